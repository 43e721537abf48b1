#include "host.h"
#include "fibers.h"
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <sys/mman.h>
#include <ucontext.h>

Place threadIdx, blockIdx, blockDim, gridDim;

namespace {
const size_t STACK = 256 << 10;
const unsigned MOST = 1024, LANES = 32;
enum State { READY, WAITS, DONE };

struct Fiber {
    jmp_buf at;
    bool begun;
    State state;
    int asking;
    unsigned mask, lane;
    uint64_t value, answer;
    Place place;
};

Fiber fibers[MOST];
char* stacks;
jmp_buf scheduler;
ucontext_t begin_, end_;
Fiber* running;
unsigned count;
void (*entry_)(void**);
void** arguments_;

void body() {
    entry_(arguments_);
    running->state = DONE;
    _longjmp(scheduler, 1);
}

void resume(unsigned i) {
    Fiber& fiber = fibers[i];
    running = &fiber;
    threadIdx = fiber.place;
    if (_setjmp(scheduler) == 0) {
        if (fiber.begun) _longjmp(fiber.at, 1);
        fiber.begun = true;
        getcontext(&begin_);
        begin_.uc_stack.ss_sp = stacks + i * STACK;
        begin_.uc_stack.ss_size = STACK;
        begin_.uc_link = &end_;
        makecontext(&begin_, body, 0);
        setcontext(&begin_);
    }
    running = nullptr;
}

// Answers the lanes of one warp that wait for each other; returns whether there were any.
bool answerWarp(unsigned first) {
    bool any = false;
    unsigned last = first + LANES < count ? first + LANES : count;
    unsigned present = last - first == LANES ? 0xffffffff : (1u << (last - first)) - 1;
    for (unsigned i = first; i < last; i++) {
        Fiber& fiber = fibers[i];
        if (fiber.state != WAITS || fiber.asking < ASK_WARP) continue;
        unsigned mask = fiber.mask & present;
        bool all = mask >> (i - first) & 1;
        for (unsigned k = first; k < last; k++) {
            if (!(mask >> (k - first) & 1)) continue;
            all &= fibers[k].state == WAITS && fibers[k].asking == fiber.asking && (fibers[k].mask & present) == mask;
        }
        if (!all) continue;
        for (unsigned k = first; k < last; k++) {
            if (!(mask >> (k - first) & 1)) continue;
            Fiber& one = fibers[k];
            one.answer = one.asking == ASK_LANE ? ~0ull / 255 * 0xA5 : 0; // of a lane that does not take part: nonsense
            for (unsigned j = first; j < last; j++) {
                if (!(mask >> (j - first) & 1)) continue;
                if (one.asking == ASK_LANE && j - first == one.lane) one.answer = fibers[j].value;
                if (one.asking == ASK_BALLOT && fibers[j].value) one.answer |= 1ull << (j - first);
                if (one.asking == ASK_MATCH && fibers[j].value == one.value) one.answer |= 1ull << (j - first);
            }
        }
        for (unsigned k = first; k < last; k++) if (mask >> (k - first) & 1) fibers[k].state = READY;
        any = true;
    }
    return any;
}

// Answers the whole block if all that have not ended wait for it.
bool answerBlock() {
    uint64_t sum = 0;
    for (unsigned i = 0; i < count; i++) {
        if (fibers[i].state == DONE) continue;
        if (fibers[i].state != WAITS || fibers[i].asking >= ASK_WARP) return false;
        sum += fibers[i].value;
    }
    for (unsigned i = 0; i < count; i++) {
        if (fibers[i].state == DONE) continue;
        fibers[i].answer = sum;
        fibers[i].state = READY;
    }
    return true;
}
}

extern "C" unsigned emulatorLane() { return running ? (unsigned) (running - fibers) % LANES : 0; }

extern "C" uint64_t emulatorAsk(int asking, unsigned mask, uint64_t value, unsigned lane) {
    Fiber* self = running;
    if (!self) {
        fprintf(stderr, "emulator: a kernel whose threads wait for each other is to be declared by HOST_BLOCK\n");
        abort();
    }
    self->asking = asking;
    self->mask = mask;
    self->value = value;
    self->lane = lane;
    self->state = WAITS;
    if (_setjmp(self->at) == 0) _longjmp(scheduler, 1);
    return self->answer;
}

int runBlock(void (*entry)(void**), void** arguments, unsigned threads) {
    if (!stacks) {
        stacks = (char*) mmap(nullptr, STACK * MOST, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    }
    entry_ = entry;
    arguments_ = arguments;
    count = threads;
    for (unsigned i = 0; i < count; i++) {
        fibers[i].begun = false;
        fibers[i].state = READY;
        fibers[i].place = {i % blockDim.x, i / blockDim.x % blockDim.y, i / blockDim.x / blockDim.y};
    }
    // From one stretch to the next the last goes first: what depends on an order shows
    for (bool back = false;; back = !back) {
        bool ran = false, answered = false, left = false;
        for (unsigned k = 0; k < count; k++) {
            unsigned i = back ? count - 1 - k : k;
            if (fibers[i].state == READY) { resume(i); ran = true; }
        }
        for (unsigned first = 0; first < count; first += LANES) answered |= answerWarp(first);
        if (!answered) answered = answerBlock();
        for (unsigned i = 0; i < count; i++) left |= fibers[i].state != DONE;
        if (!left) return 0;
        if (!ran && !answered) return 719; // launch failed: somebody waits for whom does not come
    }
}
