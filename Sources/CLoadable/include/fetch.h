// One page from the web, through libcurl. See loadable.h for why it is loaded and not linked.

#ifndef HEARSAY_FETCH_H
#define HEARSAY_FETCH_H

#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

typedef struct {
  const char *url;
  const char *user_agent;
  long timeout_milliseconds;
  long connect_timeout_milliseconds;
  long most_redirects;
  void *context;
  /// Whether this address may be connected to. Asked before each connection, behind the name's resolution and behind each
  /// redirect, so that no name can point elsewhere after it was looked at.
  int (*allows)(void *context, const struct sockaddr *address);
  /// Takes a piece of the decoded body; 0 ends the transfer.
  int (*receive)(void *context, const uint8_t *bytes, size_t count);
} hearsay_fetch_request;

typedef enum {
  HEARSAY_FETCH_DONE,
  HEARSAY_FETCH_NO_LIBRARY,
  HEARSAY_FETCH_BAD_URL,
  HEARSAY_FETCH_OTHER_SCHEME,
  HEARSAY_FETCH_NO_HOST,
  HEARSAY_FETCH_NO_CONNECTION,
  HEARSAY_FETCH_TIMEOUT,
  HEARSAY_FETCH_REDIRECTS,
  HEARSAY_FETCH_STOPPED,
  HEARSAY_FETCH_TLS,
  HEARSAY_FETCH_OTHER,
} hearsay_fetch_outcome;

typedef struct {
  hearsay_fetch_outcome outcome;
  long status;
  /// Behind all redirects.
  char url[2048];
  char content_type[256];
  /// libcurl's own words on what went wrong.
  char message[256];
} hearsay_fetch_result;

/// Fetches with GET, by http and https only, without proxy, cookies or credentials.
void hearsay_fetch(const hearsay_fetch_request *request, hearsay_fetch_result *result);

#endif
