// CUDA's words for g++. Threads of a block run one after the other; those of a kernel that is declared by HOST_BLOCK
// take turns, each on a stack of its own, so that they may wait for each other and share memory.
#pragma once
#include <cstdint>
#include <cstring>
#include <type_traits>

#define __device__
#define __global__
#define __forceinline__ inline
#define __noinline__ __attribute__((noinline))
#define __restrict__ __restrict
#define __launch_bounds__(...)
#define __shared__ static  // one block runs at a time

struct Place { unsigned x, y, z; };
extern Place threadIdx, blockIdx, blockDim, gridDim;
static const int warpSize = 32;

// What one thread of a block asks of the others.
enum Asking { ASK_BLOCK, ASK_COUNT, ASK_WARP, ASK_LANE, ASK_BALLOT, ASK_MATCH };
// Waits until all who are asked have come; returns another lane's value, or a mask of lanes.
extern "C" uint64_t emulatorAsk(int asking, unsigned mask, uint64_t value, unsigned lane);
extern "C" unsigned emulatorLane();

#define HOST_ENTRY(kernel, Arguments) \
    extern "C" void host_##kernel(void** arguments) { kernel(*(const Arguments*) arguments[0]); }
#define HOST_BLOCK(kernel, Arguments) \
    extern "C" void block_##kernel(void** arguments) { kernel(*(const Arguments*) arguments[0]); }

static inline void __syncthreads() { emulatorAsk(ASK_BLOCK, 0, 0, 0); }
static inline int __syncthreads_count(int a) { return (int) emulatorAsk(ASK_COUNT, 0, a != 0, 0); }
static inline int __syncthreads_or(int a) { return __syncthreads_count(a) > 0; }
static inline int __syncthreads_and(int a) { return __syncthreads_count(!a) == 0; }
static inline void __syncwarp(unsigned mask = 0xffffffff) { emulatorAsk(ASK_WARP, mask, 0, 0); }
static inline unsigned __ballot_sync(unsigned mask, int a) { return (unsigned) emulatorAsk(ASK_BALLOT, mask, a != 0, 0); }
static inline int __any_sync(unsigned mask, int a) { return __ballot_sync(mask, a) != 0; }
static inline int __all_sync(unsigned mask, int a) { return __ballot_sync(mask, !a) == 0; }

template <class T> static inline uint64_t emulatorBits(T a) {
    static_assert(sizeof(T) <= 8 && (std::is_arithmetic<T>::value), "numbers of at most 64 bits, as CUDA has it");
    uint64_t bits = 0;
    memcpy(&bits, &a, sizeof(T));
    return bits;
}
template <class T> static inline T emulatorFrom(uint64_t bits) { T a; memcpy(&a, &bits, sizeof(T)); return a; }
template <class T> static inline T emulatorShuffle(unsigned mask, T a, int lane) {
    return emulatorFrom<T>(emulatorAsk(ASK_LANE, mask, emulatorBits(a), lane));
}
template <class T> static inline T __shfl_sync(unsigned mask, T a, int lane, int width = 32) {
    unsigned own = emulatorLane();
    return emulatorShuffle(mask, a, (own & -width) | (lane & (width - 1)));
}
template <class T> static inline T __shfl_down_sync(unsigned mask, T a, unsigned by, int width = 32) {
    unsigned own = emulatorLane();
    return emulatorShuffle(mask, a, (own & (width - 1)) + by < (unsigned) width ? own + by : own);
}
template <class T> static inline T __shfl_up_sync(unsigned mask, T a, unsigned by, int width = 32) {
    unsigned own = emulatorLane();
    return emulatorShuffle(mask, a, (own & (width - 1)) >= by ? own - by : own);
}
template <class T> static inline T __shfl_xor_sync(unsigned mask, T a, unsigned with, int width = 32) {
    unsigned own = emulatorLane(), lane = own ^ with;
    return emulatorShuffle(mask, a, (lane & -width) <= (own & -width) ? lane : own);
}
template <class T> static inline unsigned __match_any_sync(unsigned mask, T a) {
    return (unsigned) emulatorAsk(ASK_MATCH, mask, emulatorBits(a), 0);
}

static inline void __threadfence() {}
static inline void __threadfence_block() {}
template <class T> static inline T __ldg(const T* at) { return *at; }

// Nobody comes between: threads change places only where they wait.
template <class T> static inline T atomicExch(T* at, T a) { T old = *at; *at = a; return old; }
template <class T> static inline T atomicCAS(T* at, T expected, T a) { T old = *at; if (memcmp(&old, &expected, sizeof(T)) == 0) *at = a; return old; }
template <class T> static inline T atomicAdd(T* at, T a) { T old = *at; *at = old + a; return old; }
template <class T> static inline T atomicSub(T* at, T a) { T old = *at; *at = old - a; return old; }
template <class T> static inline T atomicMin(T* at, T a) { T old = *at; if (a < old) *at = a; return old; }
template <class T> static inline T atomicMax(T* at, T a) { T old = *at; if (old < a) *at = a; return old; }
template <class T> static inline T atomicAnd(T* at, T a) { T old = *at; *at = old & a; return old; }
template <class T> static inline T atomicOr(T* at, T a) { T old = *at; *at = old | a; return old; }
template <class T> static inline T atomicXor(T* at, T a) { T old = *at; *at = old ^ a; return old; }
static inline unsigned atomicInc(unsigned* at, unsigned most) { unsigned old = *at; *at = old >= most ? 0 : old + 1; return old; }

static inline int __popc(unsigned a) { return __builtin_popcount(a); }
static inline int __popcll(unsigned long long a) { return __builtin_popcountll(a); }
static inline int __clz(int a) { return a ? __builtin_clz(a) : 32; }
static inline int __clzll(long long a) { return a ? __builtin_clzll(a) : 64; }
static inline int __ffs(int a) { return __builtin_ffs(a); }
static inline int __ffsll(long long a) { return __builtin_ffsll(a); }
static inline unsigned long long __umul64hi(unsigned long long a, unsigned long long b) {
    return (unsigned long long) ((unsigned __int128) a * b >> 64);
}
