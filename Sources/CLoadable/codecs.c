#include "include/codecs.h"

#include <dlfcn.h>
#include <pthread.h>

#include "include/loadable.h"

// brotli/decode.h, version 1: BrotliDecoderResult.
enum { BROTLI_ERROR = 0, BROTLI_SUCCESS = 1 };

static struct {
  void *(*create)(void *, void *, void *);
  void (*destroy)(void *);
  int (*decompress)(void *, size_t *, const uint8_t **, size_t *, uint8_t **, size_t *);
} brotli;

// zstd.h, version 1: the buffers of ZSTD_decompressStream.
typedef struct {
  const void *bytes;
  size_t size;
  size_t position;
} zstd_input;

typedef struct {
  void *bytes;
  size_t size;
  size_t position;
} zstd_output;

static struct {
  void *(*create)(void);
  size_t (*destroy)(void *);
  size_t (*decompress)(void *, zstd_output *, zstd_input *);
  unsigned (*is_error)(size_t);
} zstd;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const brotli_names[] = {"libbrotlidec.so.1", "libbrotlidec.1.dylib", "libbrotlidec.dylib", NULL};
  static const char *const zstd_names[] = {"libzstd.so.1", "libzstd.1.dylib", "libzstd.dylib", NULL};
  void *library = hearsay_load_first(brotli_names);
  if (library != NULL) {
    *(void **)&brotli.create = dlsym(library, "BrotliDecoderCreateInstance");
    *(void **)&brotli.destroy = dlsym(library, "BrotliDecoderDestroyInstance");
    *(void **)&brotli.decompress = dlsym(library, "BrotliDecoderDecompressStream");
  }
  library = hearsay_load_first(zstd_names);
  if (library != NULL) {
    *(void **)&zstd.create = dlsym(library, "ZSTD_createDStream");
    *(void **)&zstd.destroy = dlsym(library, "ZSTD_freeDStream");
    *(void **)&zstd.decompress = dlsym(library, "ZSTD_decompressStream");
    *(void **)&zstd.is_error = dlsym(library, "ZSTD_isError");
  }
}

static hearsay_codec_outcome decode_brotli(
    const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count, size_t *consumed,
    size_t *produced) {
  if (!brotli.create || !brotli.destroy || !brotli.decompress) return HEARSAY_CODEC_UNAVAILABLE;
  void *state = brotli.create(NULL, NULL, NULL);
  if (state == NULL) return HEARSAY_CODEC_UNAVAILABLE;
  size_t input_left = input_count, output_left = output_count;
  int result = brotli.decompress(state, &input_left, &input, &output_left, &output, NULL);
  brotli.destroy(state);
  *consumed = input_count - input_left;
  *produced = output_count - output_left;
  if (result == BROTLI_ERROR) return HEARSAY_CODEC_DAMAGED;
  return result == BROTLI_SUCCESS ? HEARSAY_CODEC_END : HEARSAY_CODEC_MORE;
}

static hearsay_codec_outcome decode_zstd(
    const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count, size_t *consumed,
    size_t *produced) {
  if (!zstd.create || !zstd.destroy || !zstd.decompress || !zstd.is_error) return HEARSAY_CODEC_UNAVAILABLE;
  void *state = zstd.create();
  if (state == NULL) return HEARSAY_CODEC_UNAVAILABLE;
  zstd_input in = {input, input_count, 0};
  zstd_output out = {output, output_count, 0};
  hearsay_codec_outcome outcome = HEARSAY_CODEC_MORE;
  while (outcome == HEARSAY_CODEC_MORE && in.position < in.size) {
    size_t before_in = in.position, before_out = out.position;
    size_t result = zstd.decompress(state, &out, &in);
    if (zstd.is_error(result)) {
      outcome = HEARSAY_CODEC_DAMAGED;
    } else if (result == 0) {
      outcome = HEARSAY_CODEC_END;
    } else if (in.position == before_in && out.position == before_out) {
      break;
    }
  }
  zstd.destroy(state);
  *consumed = in.position;
  *produced = out.position;
  return outcome;
}

hearsay_codec_outcome hearsay_decode(
    hearsay_codec codec, const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count,
    size_t *consumed, size_t *produced) {
  pthread_once(&once, load);
  *consumed = 0;
  *produced = 0;
  return codec == HEARSAY_CODEC_BROTLI
             ? decode_brotli(input, input_count, output, output_count, consumed, produced)
             : decode_zstd(input, input_count, output, output_count, consumed, produced);
}
