// Libraries in small: what registers callbacks and calls them later, elsewhere, or not at all.
#define _POSIX_C_SOURCE 200112L
#include <pthread.h>
#include <stdlib.h>
#include "shim.h"

typedef struct { plain_count_function *f; int32_t i; int64_t result; } thread_call;

static void *run_call(void *argument)
{
    thread_call *call = argument;
    call->result = call->f(call->i);
    return NULL;
}

// Calls f(i) on a thread of its own, and waits for it.
int64_t fault_on_thread(plain_count_function *f, int32_t i)
{
    thread_call call = { .f = f, .i = i };
    pthread_t thread;
    if (pthread_create(&thread, NULL, run_call, &call) != 0)
        abort();
    pthread_join(thread, NULL);
    return call.result;
}

// A ticker that calls f(1), f(2), … on a thread of its own, each on request.
static struct { plain_count_function *f; int32_t ticks, wanted; pthread_t thread; pthread_mutex_t lock; pthread_cond_t changed; } ticker = {
    .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER
};

static void *run_ticker(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&ticker.lock);
    for (;;) {
        while (ticker.ticks >= ticker.wanted && ticker.wanted >= 0)
            pthread_cond_wait(&ticker.changed, &ticker.lock);
        if (ticker.wanted < 0)
            break;
        int32_t tick = ++ticker.ticks;
        pthread_mutex_unlock(&ticker.lock);
        ticker.f(tick);
        pthread_mutex_lock(&ticker.lock);
        pthread_cond_broadcast(&ticker.changed);
    }
    pthread_mutex_unlock(&ticker.lock);
    return NULL;
}

// Registers f and starts the thread, which ticks at once if asked.
int32_t fault_start_ticker(plain_count_function *f, int32_t ticks_at_once)
{
    ticker.f = f;
    ticker.ticks = 0;
    ticker.wanted = 0;
    if (pthread_create(&ticker.thread, NULL, run_ticker, NULL) != 0)
        return -1;
    pthread_mutex_lock(&ticker.lock);
    ticker.wanted = ticks_at_once;
    pthread_cond_broadcast(&ticker.changed);
    pthread_mutex_unlock(&ticker.lock);
    return 0;
}

// Ends the thread after so many ticks in all.
int32_t fault_stop_ticker(int32_t ticks)
{
    pthread_mutex_lock(&ticker.lock);
    ticker.wanted = ticks > ticker.wanted ? ticks : ticker.wanted;
    pthread_cond_broadcast(&ticker.changed);
    while (ticker.ticks < ticker.wanted)
        pthread_cond_wait(&ticker.changed, &ticker.lock);
    ticker.wanted = -1;
    pthread_cond_broadcast(&ticker.changed);
    pthread_mutex_unlock(&ticker.lock);
    pthread_join(ticker.thread, NULL);
    return ticker.ticks;
}

// A parser with two kinds of handlers, registered first and called later, that takes no notice of their results.
typedef struct { plain_count_function *start, *text; } parser;

parser *fault_parser_new(void) { return calloc(1, sizeof(parser)); }

void fault_parser_set_start(parser *p, plain_count_function *f) { p->start = f; }

void fault_parser_set_text(parser *p, plain_count_function *f) { p->text = f; }

int32_t fault_parser_parse(parser *p, int32_t elements)
{
    for (int32_t i = 0; i < elements; i++) {
        if (p->start != NULL)
            p->start(i);
        if (p->text != NULL)
            p->text(i);
    }
    return 0;
}

void fault_parser_free(parser *p) { free(p); }

// A callback inside a struct by value.
int64_t fault_by_value(registration r, int32_t i) { return r.f(i, r.user); }

// Makes an object by way of a callback, as COM and many C libraries do: 0 is success.
int32_t fault_make(int32_t (*make)(void **), void **object) { return make(object); }

// Six pointer-sized arguments, of which the last is the context of a callback that runs on a thread.
typedef struct { count_function *f; void *user; int64_t result; } late_call;

static void *run_late(void *argument)
{
    late_call *call = argument;
    call->result = call->f(7, call->user);
    return NULL;
}

int64_t fault_wide(void *a, void *b, void *c, void *d, count_function *f, void *user)
{
    late_call call = { .f = f, .user = user };
    pthread_t thread;
    if (a == b || c == d || pthread_create(&thread, NULL, run_late, &call) != 0)
        abort();
    pthread_join(thread, NULL);
    return call.result;
}

// Calls the destroy function of a callback before it returns, as a one-shot source of an event loop does.
int64_t fault_once(count_function *f, void *user, void (*destroy)(void *))
{
    int64_t result = f(3, user);
    destroy(user);
    return result;
}
