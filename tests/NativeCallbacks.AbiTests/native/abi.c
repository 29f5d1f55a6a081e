#include "abi.h"
#include <errno.h>
#include <stdlib.h>

#ifdef _WIN32
__declspec(dllimport) void __stdcall SetLastError(unsigned long error);
#endif

abi_state abi_shared;

static _Alignas(64) char rooms[ABI_DEPTHS][ABI_PARAMETERS][ABI_ROOM];

__attribute__((constructor)) static void open_rooms(void)
{
    abi_shared.arena = &rooms[0][0][0];
}

const abi_leaf abi_numbers[10][1] = {
    { { 0, ABI_I8, 1 } },  { { 0, ABI_U8, 1 } },  { { 0, ABI_I16, 1 } }, { { 0, ABI_U16, 1 } }, { { 0, ABI_I32, 1 } },
    { { 0, ABI_U32, 1 } }, { { 0, ABI_I64, 1 } }, { { 0, ABI_U64, 1 } }, { { 0, ABI_F32, 1 } }, { { 0, ABI_F64, 1 } },
};

static const int sizes[10] = { 1, 1, 2, 2, 4, 4, 8, 8, 4, 8 };

// The finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
static uint64_t mix(uint64_t x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9u;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

uint64_t abi_name(abi_phase phase, int parameter, int element, int leaf)
{
    uint64_t call = mix(abi_shared.seed) + ((uint64_t)(uint32_t)abi_shared.key << 32) + (uint32_t)abi_shared.set;
    uint64_t place = ((uint64_t)phase << 56) + ((uint64_t)parameter << 48) + ((uint64_t)element << 24) + (uint64_t)leaf;
    return mix(mix(call) + place);
}

// The bytes of one number: those of its name, but for the exponents of floating point, which stay in the middle of their
// range: no NaN, no infinity, no subnormal, so that no machine has a reason to change a bit.
static uint64_t number(abi_kind kind, abi_phase phase, int parameter, int element, int leaf)
{
    if (phase == ABI_CLEARED)
        return 0;
    uint64_t name = abi_name(phase, parameter, element, leaf);
    switch (kind) {
    case ABI_F32:
        return (name & 0x807fffffu) | (((uint32_t)(name >> 32) & 0x7f) + 64) << 23;
    case ABI_F64:
        return (name & 0x800fffffffffffffu) | (((name >> 52 & 0x3ff) + 512) << 52);
    default:
        return name;
    }
}

static int64_t widen(uint64_t bits, abi_kind kind)
{
    switch (kind) {
    case ABI_I8: return (int8_t)bits;
    case ABI_U8: return (uint8_t)bits;
    case ABI_I16: return (int16_t)bits;
    case ABI_U16: return (uint16_t)bits;
    case ABI_I32: return (int32_t)bits;
    case ABI_U32: return (uint32_t)bits;
    default: return (int64_t)bits;
    }
}

int64_t abi_integer(int parameter, abi_kind kind, abi_phase phase)
{
    return widen(number(kind, phase, parameter, 0, 0), kind);
}

int64_t abi_dimension(int parameter)
{
    static const uint8_t dimensions[8] = { 0, 1, 2, 3, 1, 2, 3, 2 };
    return dimensions[abi_name(ABI_COUNT, parameter, 0, 0) & 7];
}

int64_t abi_slack(int parameter)
{
    return (int64_t)(abi_name(ABI_SLACK, parameter, 0, 0) % 3);
}

int abi_absent(int parameter)
{
    return (abi_name(ABI_ABSENT, parameter, 0, 0) & 3) == 0;
}

int abi_bit(int parameter, abi_phase phase)
{
    return (int)(abi_name(phase, parameter, 0, 0) & 1);
}

uint8_t abi_bool8(int parameter, abi_phase phase)
{
    uint8_t truth = (uint8_t)(abi_name(phase, parameter, 0, 0) >> 8);
    return !abi_bit(parameter, phase) ? 0 : truth != 0 ? truth : 0x80;
}

// The lowest byte is zero, the lowest bit of all values that a careless reader takes for false.
int32_t abi_bool32(int parameter, abi_phase phase)
{
    int32_t truth = (int32_t)(abi_name(phase, parameter, 0, 0) >> 8 & 0x7fffff00);
    return !abi_bit(parameter, phase) ? 0 : truth != 0 ? truth : 0x100;
}

// Every second status is a success: zero, not negative, or not zero.
int64_t abi_status(abi_kind kind, int convention)
{
    int succeeds = abi_bit(ABI_RESULT, ABI_STATUS);
    uint64_t code = number(kind, ABI_OUT, ABI_RESULT, 0, 0);
    uint64_t sign = 1ull << (sizes[kind] * 8 - 1);
    switch (convention) {
    case 1: code = succeeds ? code & ~sign : code | sign; break;
    case 2: code = succeeds ? code | 1 : 0; break;
    default: code = succeeds ? 0 : code | 1; break;
    }
    return widen(code, kind);
}

int abi_errno(void)
{
    return (int)(abi_name(ABI_ERRNO, 0, 0, 0) % 100) + 1;
}

void abi_set_errno(int error)
{
#ifdef _WIN32
    SetLastError((unsigned long)error);
#else
    errno = error;
#endif
}

void abi_die(void) { abort(); }

void *abi_arena(int parameter)
{
    return rooms[abi_shared.depth][parameter];
}

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

// An optional span may be left out; one that is empty is a null pointer where the signature's caller pins it so.
void *abi_span(int parameter, int64_t count, int form)
{
    int64_t slack = form & ABI_EXACT ? 0 : abi_slack(parameter);
    int64_t length = form & ABI_OPTIONAL && abi_absent(parameter) ? 0 : count + slack;
    return form & ABI_NULLABLE && length == 0 ? NULL : abi_arena(parameter);
}

// A span of no elements is a null pointer now and then, which is nothing wrong.
void *abi_native_span(int parameter, int64_t count, int form)
{
    return (form & ABI_OPTIONAL || count == 0) && abi_absent(parameter) ? NULL : abi_arena(parameter);
}

// Where an element lies whose number counts row by row, in memory that is filled column by column.
int64_t abi_by_columns(int64_t element, const int64_t *lengths, int rank)
{
    int64_t place = 0;
    for (int i = rank - 1; i >= 0; i--) {
        place = place * lengths[i] + element % lengths[i];
        element /= lengths[i];
    }
    return place;
}

static void fail(abi_what what, abi_phase phase, int parameter, int element, int leaf, int offset, uint64_t expected, uint64_t was)
{
    abi_state *s = &abi_shared;
    if (s->failed)
        return;
    s->failed = 1;
    s->managed = 0;
    s->failed_key = s->key;
    s->what = what, s->phase = phase, s->parameter = parameter, s->element = element, s->leaf = leaf, s->offset = offset;
    s->expected = expected, s->was = was;
}

static void compare(abi_phase phase, int parameter, int element, int leaf, uint32_t offset, const void *expected, const void *was, int size)
{
    abi_shared.compared += size;
    if (memcmp(expected, was, (size_t)size) == 0)
        return;
    const uint8_t *e = expected, *w = was;
    int byte = 0;
    while (e[byte] == w[byte])
        byte++;
    fail(ABI_BYTES, phase, parameter, element, leaf, (int)offset + byte, e[byte], w[byte]);
}

void abi_fill(int parameter, int element, void *value, const abi_leaf *leaves, int count, abi_phase phase)
{
    int leaf = 0;
    for (int i = 0; i < count; i++)
        for (int k = 0; k < leaves[i].count; k++, leaf++) {
            uint64_t bits = number(leaves[i].kind, phase, parameter, element, leaf);
            memcpy((char *)value + leaves[i].offset + k * sizes[leaves[i].kind], &bits, (size_t)sizes[leaves[i].kind]);
        }
}

void abi_check(int parameter, int element, const void *value, const abi_leaf *leaves, int count, abi_phase phase)
{
    int leaf = 0;
    for (int i = 0; i < count; i++)
        for (int k = 0; k < leaves[i].count; k++, leaf++) {
            uint64_t bits = number(leaves[i].kind, phase, parameter, element, leaf);
            uint32_t offset = leaves[i].offset + (uint32_t)(k * sizes[leaves[i].kind]);
            compare(phase, parameter, element, leaf, offset, &bits, (const char *)value + offset, sizes[leaves[i].kind]);
        }
}

// Eight bytes, so that a narrow argument that was not extended is seen where the compiler relies on it.
void abi_check_integer(int parameter, int64_t was, int64_t expected, abi_phase phase)
{
    compare(phase, parameter, 0, 0, 0, &expected, &was, 8);
}

int abi_check_address(int parameter, const void *was, const void *expected)
{
    abi_shared.compared += 8;
    if (was == expected)
        return 1;
    fail(ABI_ADDRESS, ABI_IN, parameter, 0, 0, 0, (uintptr_t)expected, (uintptr_t)was);
    return 0;
}

int abi_check_span(int parameter, const void *was, int64_t count, int form)
{
    return abi_check_address(parameter, was, abi_span(parameter, count, form))
        && was != NULL && !(form & ABI_OPTIONAL && abi_absent(parameter));
}

int abi_check_handed(int parameter, const void *was)
{
    return abi_check_address(parameter, was, (const void *)(uintptr_t)abi_shared.handed[abi_shared.depth][parameter]);
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
        fail(ABI_ADDRESS, ABI_TEXT, parameter, 0, 0, 0, (uintptr_t)expected, (uintptr_t)was);
        return;
    }
    char *end = write_text(expected, parameter);
    for (const char *e = expected; e <= end; e++) {
        abi_shared.compared++;
        if (*e != was[e - expected]) {
            fail(ABI_CHARACTERS, ABI_TEXT, parameter, 0, 0, (int)(e - expected), (uint8_t)*e, (uint8_t)was[e - expected]);
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
        fail(ABI_ADDRESS, ABI_TEXT, parameter, 0, 0, 0, (uintptr_t)expected, (uintptr_t)was);
        return;
    }
    uint16_t *end = write_wide_text(expected, parameter);
    for (const uint16_t *e = expected; e <= end; e++) {
        abi_shared.compared += 2;
        if (*e != was[e - expected]) {
            fail(ABI_CHARACTERS, ABI_TEXT, parameter, 0, 0, (int)(e - expected), *e, was[e - expected]);
            return;
        }
    }
}
