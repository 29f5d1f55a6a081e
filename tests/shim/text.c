// Null-terminated strings, as bytes: what UTF-8 encoding, terminator and NULL look like on this side.
#include <string.h>
#include "shim.h"

int32_t text_length(const char *s) { return s == NULL ? -1 : (int32_t)strlen(s); }

int64_t text_weigh(const char *s)
{
    if (s == NULL)
        return -1;
    int64_t sum = 0;
    for (int64_t i = 0; s[i] != 0; i++)
        sum += (uint8_t)s[i] * (i + 1);
    return sum;
}

int32_t text_last(const char *s, int32_t *length)
{
    *length = text_length(s);
    if (s == NULL)
        return -1;
    return *length == 0 ? 0 : (uint8_t)s[*length - 1];
}

int64_t text_pair(const char *first, int32_t between, const char *second)
{
    return text_weigh(first) + 2 * (int64_t)between - 3 * text_weigh(second);
}

int32_t text_copy(const char *s, uint8_t *out, int32_t capacity)
{
    if (s == NULL)
        return -1;
    int32_t i = 0;
    for (; i < capacity && s[i] != 0; i++)
        out[i] = (uint8_t)s[i];
    return i;
}

uintptr_t text_address(const char *s) { return (uintptr_t)s; }
