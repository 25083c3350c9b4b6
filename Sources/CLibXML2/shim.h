// With ICU's types in them libxml2's headers can't be imported beside Foundation's: both define UErrorCode.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

// The parser's structures change between versions, and Swift sees neither their macros nor what is deprecated in them:
// everything that touches a field is here.

typedef void (*hearsay_start_element)(void *context, const xmlChar *name, const xmlChar **attributes);
typedef void (*hearsay_end_element)(void *context, const xmlChar *name);
typedef void (*hearsay_characters)(void *context, const xmlChar *text, int length);

// A parser of HTML in UTF-8 that tells of elements and text only, builds no tree, and believes no meta element about the
// encoding, which has been decided before.
static inline htmlParserCtxtPtr hearsay_html_parser(
    const char *bytes, int length, void *context, hearsay_start_element start, hearsay_end_element end,
    hearsay_characters characters) {
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, length);
  if (parser == NULL) return NULL;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
      | HTML_PARSE_IGNORE_ENC);
  memset(parser->sax, 0, sizeof(*parser->sax));
  parser->sax->startElement = start;
  parser->sax->endElement = end;
  parser->sax->characters = characters;
  parser->sax->ignorableWhitespace = characters;
  parser->sax->cdataBlock = characters;
  parser->userData = context;
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  return parser;
}

// The place that the parser has come to: bytes from the beginning of its input.
static inline long hearsay_parser_place(htmlParserCtxtPtr parser) {
  if (parser->input == NULL || parser->input->base == NULL) return -1;
  return (long)parser->input->consumed + (long)(parser->input->cur - parser->input->base);
}
