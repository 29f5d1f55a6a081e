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

const char *text_forth(int32_t which)
{
    static const char *const texts[] = { NULL, "", "\xC5\xBC\xF0\x9F\x90\xA2", "ab\xFF" "c", "ok" };
    return texts[which];
}

const uint16_t *text_wide_forth(int32_t which)
{
    static const uint16_t empty[] = { 0 }, two[] = { 0x017C, 0xD83D, 0xDC22, 0 }, half[] = { 'a', 'b', 0xD83D, 'c', 0 }, ok[] = { 'o', 'k', 0 };
    static const uint16_t *const texts[] = { NULL, empty, two, half, ok };
    return texts[which];
}

int32_t text_find(int32_t which, int32_t status, const char **out)
{
    if (which >= 0)
        *out = text_forth(which);
    return status;
}

int32_t text_wide_find(int32_t which, int32_t status, const uint16_t **out)
{
    if (which >= 0)
        *out = text_wide_forth(which);
    return status;
}

int64_t text_wide_weigh(const uint16_t *s)
{
    if (s == NULL)
        return -1;
    int64_t sum = 0;
    for (int64_t i = 0; s[i] != 0; i++)
        sum += s[i] * (i + 1);
    return sum;
}

uintptr_t text_wide_address(const uint16_t *s) { return (uintptr_t)s; }

int64_t text_weigh_pointers(const char *const *texts, int32_t count)
{
    if (texts == NULL)
        return -2;
    int64_t sum = 0;
    for (int32_t i = 0; i < count; i++)
        sum += text_weigh(texts[i]) * (i + 1);
    return sum;
}

int64_t text_weigh_all(const char *const *texts, int32_t count)
{
    return texts != NULL && texts[count] != NULL ? -3 : text_weigh_pointers(texts, count);
}

int64_t text_weigh_to_null(const char *const *texts)
{
    int32_t count = 0;
    while (texts != NULL && texts[count] != NULL)
        count++;
    return text_weigh_pointers(texts, count);
}

uintptr_t text_array_address(const char *const *texts) { return (uintptr_t)texts; }

int64_t text_weigh_named(const text_named *named) { return named->id + 2 * text_weigh(named->name); }

void text_name(text_named *named, int32_t which) { named->name = text_forth(which); }

int64_t text_call(int64_t (*f)(const char *, int32_t), int32_t which) { return f(text_forth(which), which); }

int64_t text_wide_call(int64_t (*f)(const uint16_t *), int32_t which) { return f(text_wide_forth(which)); }

int64_t text_call_for(const char *(*f)(int32_t), int32_t which) { return text_weigh(f(which)); }

int64_t text_call_with_array(int64_t (*f)(const char *const *, int32_t), int32_t count)
{
    const char *texts[5];
    for (int32_t i = 0; i < count; i++)
        texts[i] = text_forth(i);
    return f(texts, count);
}
