// Texts that are computed from names, in UTF-8 and in UTF-16.
#include "abi.h"

static int text_length(int parameter)
{
    uint64_t name = abi_name(ABI_TEXT, parameter, 0, 0);
    return (int)((name >> 8 & 7) == 0 ? 250 + (name >> 16 & 63) : name >> 16 & 15);
}

// Characters of one to four bytes, as RFC 3629 encodes them.
static char *put_character(char *to, int parameter, int index)
{
    uint64_t name = abi_name(ABI_TEXT, parameter, 0, index + 1);
    uint32_t draw = (uint32_t)(name >> 8);
    switch (name & 3) {
    case 0:
        *to++ = (char)(0x20 + draw % 0x5f);
        return to;
    case 1:
        draw = 0x80 + draw % 0x780;
        *to++ = (char)(0xc0 | draw >> 6);
        break;
    case 2:
        draw = 0x800 + draw % 0xc800;
        *to++ = (char)(0xe0 | draw >> 12);
        *to++ = (char)(0x80 | (draw >> 6 & 0x3f));
        break;
    default:
        draw = 0x10000 + draw % 0x100000;
        *to++ = (char)(0xf0 | draw >> 18);
        *to++ = (char)(0x80 | (draw >> 12 & 0x3f));
        *to++ = (char)(0x80 | (draw >> 6 & 0x3f));
        break;
    }
    *to++ = (char)(0x80 | (draw & 0x3f));
    return to;
}

static char *write_text(char *to, int parameter)
{
    int length = text_length(parameter);
    for (int i = 0; i < length; i++)
        to = put_character(to, parameter, i);
    *to = 0;
    return to;
}

// The same characters in UTF-16, by way of UTF-8, which has them already.
static uint16_t *write_wide_text(uint16_t *to, int parameter)
{
    int length = text_length(parameter);
    for (int i = 0; i < length; i++) {
        unsigned char bytes[4];
        int count = (int)(put_character((char *)bytes, parameter, i) - (char *)bytes);
        uint32_t character = count == 1 ? bytes[0] : bytes[0] & (0x7f >> count);
        for (int j = 1; j < count; j++)
            character = character << 6 | (bytes[j] & 0x3f);
        if (character >= 0x10000) {
            *to++ = (uint16_t)(0xd800 + ((character - 0x10000) >> 10));
            *to++ = (uint16_t)(0xdc00 + ((character - 0x10000) & 0x3ff));
        } else {
            *to++ = (uint16_t)character;
        }
    }
    *to = 0;
    return to;
}

uint16_t *abi_wide_text(int parameter)
{
    if (abi_absent(parameter))
        return NULL;
    write_wide_text(abi_arena(parameter), parameter);
    return abi_arena(parameter);
}

char *abi_text(int parameter)
{
    if (abi_absent(parameter))
        return NULL;
    write_text(abi_arena(parameter), parameter);
    return abi_arena(parameter);
}

// What the text must be is written to the parameter's room, which a managed caller leaves alone. An address in the first
// page, or with high bits, is not text: it is reported rather than read.
void abi_check_text(int parameter, const char *was)
{
    char *expected = abi_arena(parameter);
    if (abi_absent(parameter)) {
        abi_check_address(parameter, was, NULL);
        return;
    }
    if ((uintptr_t)was < 4096 || (uintptr_t)was >> 47 != 0) {
        abi_fail(ABI_ADDRESS, ABI_TEXT, parameter, 0, 0, 0, (uintptr_t)expected, (uintptr_t)was);
        return;
    }
    char *end = write_text(expected, parameter);
    for (const char *e = expected; e <= end; e++) {
        abi_shared.compared++;
        if (*e != was[e - expected]) {
            abi_fail(ABI_CHARACTERS, ABI_TEXT, parameter, 0, 0, (int)(e - expected), (uint8_t)*e, (uint8_t)was[e - expected]);
            return;
        }
    }
}

void abi_check_wide_text(int parameter, const uint16_t *was)
{
    uint16_t *expected = abi_arena(parameter);
    if (abi_absent(parameter)) {
        abi_check_address(parameter, was, NULL);
        return;
    }
    if ((uintptr_t)was < 4096 || (uintptr_t)was >> 47 != 0) {
        abi_fail(ABI_ADDRESS, ABI_TEXT, parameter, 0, 0, 0, (uintptr_t)expected, (uintptr_t)was);
        return;
    }
    uint16_t *end = write_wide_text(expected, parameter);
    for (const uint16_t *e = expected; e <= end; e++) {
        abi_shared.compared += 2;
        if (*e != was[e - expected]) {
            abi_fail(ABI_CHARACTERS, ABI_TEXT, parameter, 0, 0, (int)(e - expected), *e, was[e - expected]);
            return;
        }
    }
}
