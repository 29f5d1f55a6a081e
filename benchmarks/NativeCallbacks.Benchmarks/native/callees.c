// What the benchmarks call: functions that do next to nothing, so that the call is what is measured.

#include <math.h>
#include <stdint.h>
#include <string.h>

double line(double x) { return 1.5 * x + 0.25; }

double plane(double x, double y) { return 1.5 * x - 0.5 * y; }

// Two that do some work, as functions do that a program is handed.
double normal(double x) { return exp(-x * x); }

double power(double x, double y) { return pow(x, y); }

double mixed(int32_t a1, double a2, int64_t a3, float a4, double a5, int8_t a6, float a7, double a8)
{
    return a1 + 2 * a2 + 3 * (double)a3 + 4 * a4 + 5 * a5 + 6 * a6 + 7 * a7 + 8 * a8;
}

// 16 bytes: in two registers.
struct pair { double first, second; };

double weigh_pair(struct pair value) { return value.first + 2 * value.second; }

// 24 bytes: in memory.
struct triple { double first, second; int64_t third; };

double weigh_triple(struct triple value) { return value.first + 2 * value.second + 3 * (double)value.third; }

void double_matrix(const double *input, double *output, int m, int n)
{
    for (int64_t i = 0; i < (int64_t)m * n; i++)
        output[i] = 2 * input[i];
}

// Reads its text to the end, as any function does that takes one.
int64_t text_length(const char *text) { return (int64_t)strlen(text); }

// The same of UTF-16.
int64_t wide_text_length(const uint16_t *text)
{
    int64_t length = 0;
    while (text[length] != 0)
        length++;
    return length;
}

// Text that stays the callee's.
const char *text_of(int32_t length)
{
    static const char text[] = "abcdefghijklmnop";
    return text + sizeof text - 1 - length;
}

double apply(double (*f)(double), double x) { return f(x) + 1; }
