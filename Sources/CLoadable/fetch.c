#include "include/fetch.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "include/loadable.h"

// curl/curl.h: numbers that libcurl keeps for good.
enum {
  CURLE_OK = 0,
  CURLE_UNSUPPORTED_PROTOCOL = 1,
  CURLE_URL_MALFORMAT = 3,
  CURLE_COULDNT_RESOLVE_HOST = 6,
  CURLE_COULDNT_CONNECT = 7,
  CURLE_WRITE_ERROR = 23,
  CURLE_OPERATION_TIMEDOUT = 28,
  CURLE_SSL_CONNECT_ERROR = 35,
  CURLE_TOO_MANY_REDIRECTS = 47,
  CURLE_PEER_FAILED_VERIFICATION = 60,

  CURLOPT_WRITEDATA = 10001,
  CURLOPT_URL = 10002,
  CURLOPT_PROXY = 10004,
  CURLOPT_ERRORBUFFER = 10010,
  CURLOPT_WRITEFUNCTION = 20011,
  CURLOPT_USERAGENT = 10018,
  CURLOPT_FOLLOWLOCATION = 52,
  CURLOPT_MAXREDIRS = 68,
  CURLOPT_NOSIGNAL = 99,
  CURLOPT_ACCEPT_ENCODING = 10102,
  CURLOPT_TIMEOUT_MS = 155,
  CURLOPT_CONNECTTIMEOUT_MS = 156,
  CURLOPT_OPENSOCKETFUNCTION = 20163,
  CURLOPT_OPENSOCKETDATA = 10164,
  CURLOPT_PROTOCOLS = 181,
  CURLOPT_REDIR_PROTOCOLS = 182,
  CURLOPT_PROTOCOLS_STR = 10318,
  CURLOPT_REDIR_PROTOCOLS_STR = 10319,

  CURLINFO_EFFECTIVE_URL = 0x100001,
  CURLINFO_RESPONSE_CODE = 0x200002,
  CURLINFO_CONTENT_TYPE = 0x100012,

  CURLPROTO_HTTP_AND_HTTPS = 3,
  CURL_GLOBAL_DEFAULT = 3,
  CURL_SOCKET_BAD = -1,
  CURL_ERROR_SIZE = 256,
};

struct curl_sockaddr {
  int family;
  int socktype;
  int protocol;
  unsigned int addrlen;
  struct sockaddr addr;
};

static struct {
  int (*global_init)(long);
  void *(*init)(void);
  int (*setopt)(void *, int, ...);
  int (*perform)(void *);
  int (*getinfo)(void *, int, ...);
  void (*cleanup)(void *);
  int is_ready;
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {
      "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib", "libcurl.dylib", NULL};
  void *library = hearsay_load_first(names);
  if (library == NULL) return;
  *(void **)&curl.global_init = dlsym(library, "curl_global_init");
  *(void **)&curl.init = dlsym(library, "curl_easy_init");
  *(void **)&curl.setopt = dlsym(library, "curl_easy_setopt");
  *(void **)&curl.perform = dlsym(library, "curl_easy_perform");
  *(void **)&curl.getinfo = dlsym(library, "curl_easy_getinfo");
  *(void **)&curl.cleanup = dlsym(library, "curl_easy_cleanup");
  curl.is_ready = curl.global_init && curl.init && curl.setopt && curl.perform && curl.getinfo && curl.cleanup
                  && curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static int open_socket(void *context, int purpose, struct curl_sockaddr *address) {
  const hearsay_fetch_request *request = context;
  (void)purpose;
  if (!request->allows(request->context, &address->addr)) return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype, address->protocol);
}

static size_t receive(char *bytes, size_t size, size_t count, void *context) {
  const hearsay_fetch_request *request = context;
  return request->receive(request->context, (const uint8_t *)bytes, size * count) ? size * count : 0;
}

static hearsay_fetch_outcome outcome_of(int code) {
  switch (code) {
    case CURLE_OK: return HEARSAY_FETCH_DONE;
    case CURLE_UNSUPPORTED_PROTOCOL: return HEARSAY_FETCH_OTHER_SCHEME;
    case CURLE_URL_MALFORMAT: return HEARSAY_FETCH_BAD_URL;
    case CURLE_COULDNT_RESOLVE_HOST: return HEARSAY_FETCH_NO_HOST;
    case CURLE_COULDNT_CONNECT: return HEARSAY_FETCH_NO_CONNECTION;
    case CURLE_WRITE_ERROR: return HEARSAY_FETCH_STOPPED;
    case CURLE_OPERATION_TIMEDOUT: return HEARSAY_FETCH_TIMEOUT;
    case CURLE_TOO_MANY_REDIRECTS: return HEARSAY_FETCH_REDIRECTS;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION: return HEARSAY_FETCH_TLS;
    default: return HEARSAY_FETCH_OTHER;
  }
}

/// What no page may be fetched without: 0 where libcurl took all of it.
static int restrict_to_web(void *handle, const hearsay_fetch_request *request) {
  int refused = 0;
  // Newer versions take names, older ones bits.
  if (curl.setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https") != CURLE_OK) {
    refused |= curl.setopt(handle, CURLOPT_PROTOCOLS, (long)CURLPROTO_HTTP_AND_HTTPS);
  }
  if (curl.setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https") != CURLE_OK) {
    refused |= curl.setopt(handle, CURLOPT_REDIR_PROTOCOLS, (long)CURLPROTO_HTTP_AND_HTTPS);
  }
  refused |= curl.setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  refused |= curl.setopt(handle, CURLOPT_OPENSOCKETDATA, request);
  // A proxy would be the only address to look at, and would connect to any other.
  refused |= curl.setopt(handle, CURLOPT_PROXY, "");
  refused |= curl.setopt(handle, CURLOPT_MAXREDIRS, request->most_redirects);
  refused |= curl.setopt(handle, CURLOPT_TIMEOUT_MS, request->timeout_milliseconds);
  return refused;
}

void hearsay_fetch(const hearsay_fetch_request *request, hearsay_fetch_result *result) {
  memset(result, 0, sizeof *result);
  result->outcome = HEARSAY_FETCH_NO_LIBRARY;
  pthread_once(&once, load);
  void *handle = curl.is_ready ? curl.init() : NULL;
  if (handle == NULL) return;
  if (restrict_to_web(handle, request) != 0) {
    snprintf(result->message, sizeof result->message, "this libcurl can't be kept from other addresses");
    result->outcome = HEARSAY_FETCH_OTHER;
    curl.cleanup(handle);
    return;
  }
  char message[CURL_ERROR_SIZE] = "";
  curl.setopt(handle, CURLOPT_URL, request->url);
  curl.setopt(handle, CURLOPT_ERRORBUFFER, message);
  curl.setopt(handle, CURLOPT_USERAGENT, request->user_agent);
  curl.setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl.setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl.setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
  curl.setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, request->connect_timeout_milliseconds);
  curl.setopt(handle, CURLOPT_WRITEFUNCTION, receive);
  curl.setopt(handle, CURLOPT_WRITEDATA, request);
  result->outcome = outcome_of(curl.perform(handle));
  snprintf(result->message, sizeof result->message, "%s", message);
  curl.getinfo(handle, CURLINFO_RESPONSE_CODE, &result->status);
  char *text = NULL;
  if (curl.getinfo(handle, CURLINFO_EFFECTIVE_URL, &text) == CURLE_OK && text != NULL) {
    snprintf(result->url, sizeof result->url, "%s", text);
  }
  text = NULL;
  if (curl.getinfo(handle, CURLINFO_CONTENT_TYPE, &text) == CURLE_OK && text != NULL) {
    snprintf(result->content_type, sizeof result->content_type, "%s", text);
  }
  curl.cleanup(handle);
}
