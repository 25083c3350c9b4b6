// Decoders for bodies that web servers compress with brotli or zstd. See loadable.h for why they are loaded and not linked.

#ifndef HEARSAY_CODECS_H
#define HEARSAY_CODECS_H

#include <stddef.h>
#include <stdint.h>

typedef enum {
  HEARSAY_CODEC_MORE = 0,         // there is more: of input, of room, or of both
  HEARSAY_CODEC_END = 1,          // the stream has ended as it should
  HEARSAY_CODEC_DAMAGED = 2,      // the data are at odds with the format
  HEARSAY_CODEC_UNAVAILABLE = 3,  // this system has no library for it
} hearsay_codec_outcome;

typedef enum { HEARSAY_CODEC_BROTLI, HEARSAY_CODEC_ZSTD } hearsay_codec;

/// Decodes one whole stream into `output`, as far as there is room; `consumed` and `produced` say how far it came.
hearsay_codec_outcome hearsay_decode(
    hearsay_codec codec, const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count,
    size_t *consumed, size_t *produced);

#endif
