// Libraries in small that own callbacks, share one context among several, or use a callback during a call only.
#define _POSIX_C_SOURCE 200112L
#include <pthread.h>
#include <stdlib.h>
#include "shim.h"

typedef void destroy_function(void *user);

// Calls f, then the destroy function, so often.
int64_t owned_call(count_function *f, void *user, destroy_function *destroy, int32_t calls, int32_t destroys)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < calls; i++)
        sum += f(i, user);
    for (int32_t i = 0; i < destroys; i++)
        destroy(user);
    return sum;
}

// The same for a function that gets no context; only the destroy function does.
int64_t owned_call_plain(plain_count_function *f, void *user, destroy_function *destroy, int32_t calls, int32_t destroys)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < calls; i++)
        sum += f(i);
    for (int32_t i = 0; i < destroys; i++)
        destroy(user);
    return sum;
}

typedef struct { destroy_function *destroy; void **users; int32_t count, next; pthread_mutex_t lock; } destruction;

static void *run_destruction(void *argument)
{
    destruction *all = argument;
    for (;;) {
        pthread_mutex_lock(&all->lock);
        int32_t i = all->next++;
        pthread_mutex_unlock(&all->lock);
        if (i >= all->count)
            return NULL;
        all->destroy(all->users[i]);
    }
}

// Destroys each user data once, on so many threads at a time.
int32_t owned_destroy_on_threads(destroy_function *destroy, void **users, int32_t count, int32_t threads)
{
    destruction all = { .destroy = destroy, .users = users, .count = count };
    pthread_t started[64];
    if (threads > 64 || pthread_mutex_init(&all.lock, NULL) != 0)
        return -1;
    for (int32_t i = 0; i < threads; i++)
        if (pthread_create(&started[i], NULL, run_destruction, &all) != 0)
            abort();
    for (int32_t i = 0; i < threads; i++)
        pthread_join(started[i], NULL);
    pthread_mutex_destroy(&all.lock);
    return threads;
}

// A parser: three functions, two of one type, and one pointer for all. Weights tell the functions apart.
typedef struct { count_function *start, *end; int32_t (*text)(const char *text, int32_t length, void *user); void *user; } shared_parser;

int64_t shared_parse(const shared_parser *parser, const char *text, int32_t length)
{
    int64_t result = 100 * parser->start(length, parser->user);
    result += 10 * parser->text(text, length, parser->user);
    return result + parser->end(length + 1, parser->user);
}

// The context comes first, as in C++, and the result is small.
int8_t shared_first(int8_t (*f)(void *user, double x, int8_t y), void *user, double x, int8_t y) { return f(user, x, y); }

// Adds up f(a[i], user) - g(i); one that is NULL, with its data, counts 1000 or 2000 instead.
int64_t scoped_sum(const int32_t *a, int32_t n, count_function *f, void *user, plain_count_function *g)
{
    int64_t sum = f == NULL && user == NULL ? 1000 : 0;
    sum += g == NULL ? 2000 : 0;
    for (int32_t i = 0; i < n; i++)
        sum += (f == NULL ? 0 : f(a[i], user)) - (g == NULL ? 0 : g(i));
    return sum;
}

static struct { count_function *f; void *user; } kept;

// Calls f, keeps it against the agreement, and calls it again when asked.
int64_t scoped_keep(count_function *f, void *user, int32_t i)
{
    kept.f = f;
    kept.user = user;
    return f(i, user);
}

int64_t scoped_call_kept(int32_t i) { return kept.f(i, kept.user); }
