// Where bools are true: counted chunk by chunk, a block for each, and then written behind those of the chunks before. And
// counts of numbers.
#pragma once
#include "walk.cuh"
#include "move.cuh"

#define CHUNK 4096
struct Chosen {
    Walk<2> walk;       // mask, in
    int64 chunks;
    int64* counts;      // of a chunk how many are true; or how many before it
    char* out;
    int64 parts;        // of an element, each of so many bytes as the kernel says
};

FN bool isTrue(const Chosen& f, int64 i) {
    char* p[2];
    if (i >= f.walk.n) return false;
    locate(f.walk, i, p);
    return *p[0];
}

FN void countTrue(const Chosen& f) {
    __shared__ int warps[THREADS / 32];
    int t = (int) threadIdx.x;
    for (int64 chunk = blockIdx.x; chunk < f.chunks; chunk += gridDim.x) {
        int own = 0;
        for (int64 i = chunk * CHUNK + t; i < (chunk + 1) * CHUNK; i += THREADS) own += isTrue(f, i);
        for (int apart = 16; apart > 0; apart /= 2) own += __shfl_down_sync(0xffffffff, own, apart);
        if (t % 32 == 0) warps[t / 32] = own;
        __syncthreads();
        if (t == 0) {
            int all = 0;
            for (int w = 0; w < THREADS / 32; w++) all += warps[w];
            f.counts[chunk] = all;
        }
        __syncthreads();
    }
}

// Take writes what there is at a position to a place in out.
template <class Take> FN void eachTrue(const Chosen& f) {
    __shared__ int warps[THREADS / 32];
    int t = (int) threadIdx.x;
    for (int64 chunk = blockIdx.x; chunk < f.chunks; chunk += gridDim.x) {
        int64 done = f.counts[chunk];
        for (int64 first = chunk * CHUNK; first < (chunk + 1) * CHUNK; first += THREADS) {
            bool own = isTrue(f, first + t);
            unsigned bools = __ballot_sync(0xffffffff, own);
            if (t % 32 == 0) warps[t / 32] = __popc(bools);
            __syncthreads();
            int before = __popc(bools & ((1u << t % 32) - 1)), all = 0;
            for (int w = 0; w < THREADS / 32; w++) {
                if (w < t / 32) before += warps[w];
                all += warps[w];
            }
            if (own) Take::run(f, first + t, done + before);
            done += all;
            __syncthreads();
        }
    }
}

struct Position { static FN void run(const Chosen& f, int64 i, int64 to) { ((int64*) f.out)[to] = i; } };
template <int BYTES> struct Taking {
    static FN void run(const Chosen& f, int64 i, int64 to) {
        char* p[2];
        locate(f.walk, i, p);
        for (int64 k = 0; k < f.parts; k++) {
            ((Bytes<BYTES>*) f.out)[to * f.parts + k] = ((const Bytes<BYTES>*) p[1])[k];
        }
    }
};

struct Tally { int64 n, step; char* positions; uint64* counts; };

FN void tally(const Tally& f) {
    EACH(i, f.n) atomicAdd(f.counts + *(const int64*) (f.positions + i * f.step), (uint64) 1);
}

#define COUNTED(nothing) \
    extern "C" __global__ void __launch_bounds__(THREADS) counted_##nothing(Chosen f) { countTrue(f); } \
    HOST_BLOCK(counted_##nothing, Chosen)
#define POSITIONS(nothing) \
    extern "C" __global__ void __launch_bounds__(THREADS) positions_##nothing(Chosen f) { eachTrue<Position>(f); } \
    HOST_BLOCK(positions_##nothing, Chosen)
#define TAKEN(bytes) \
    extern "C" __global__ void __launch_bounds__(THREADS) taken_##bytes(Chosen f) { eachTrue<Taking<bytes>>(f); } \
    HOST_BLOCK(taken_##bytes, Chosen)
#define TALLY(nothing) \
    extern "C" __global__ void __launch_bounds__(THREADS) tally_##nothing(Tally f) { tally(f); } \
    HOST_ENTRY(tally_##nothing, Tally)
