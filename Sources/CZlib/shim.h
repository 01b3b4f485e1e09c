#pragma once
#include <zlib.h>

/* inflateInit2 is a macro and so is not imported; 16 + 15 window bits mean a gzip header. */
static inline int czlib_open_gzip(z_stream *stream) { return inflateInit2(stream, 16 + MAX_WBITS); }
