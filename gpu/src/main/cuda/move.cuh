// Elements as bytes: copied as they are, with their bytes turned, chosen by a mask, or one for all.
#pragma once
#include "walk.cuh"

template <int BYTES> struct Bytes;
template <> struct Bytes<1> { uint8 at; };
template <> struct Bytes<2> { uint16 at; };
template <> struct Bytes<4> { uint32 at; };
template <> struct Bytes<8> { uint64 at; };
template <> struct alignas(8) Bytes<16> { uint64 at, next; };

FN Bytes<1> turned(Bytes<1> a) { return a; }
FN Bytes<2> turned(Bytes<2> a) { return {(uint16) (a.at << 8 | a.at >> 8)}; }
FN Bytes<4> turned(Bytes<4> a) { return {a.at << 24 | (a.at & 0xff00) << 8 | (a.at >> 8 & 0xff00) | a.at >> 24}; }
FN Bytes<8> turned(Bytes<8> a) {
    Bytes<4> high = turned(Bytes<4>{(uint32) a.at}), low = turned(Bytes<4>{(uint32) (a.at >> 32)});
    return {(uint64) high.at << 32 | low.at};
}

// out = in: operand 0 is out, 1 in, 2 the mask.
template <int BYTES, bool TURN> FN void move(const Walk<3>& w) {
    typedef Bytes<BYTES> T;
    if (w.packed) {
        EACH(i, w.n >> 2) {
            Four<T> a = ((const Four<T>*) w.base[1])[i];
            if constexpr (TURN) for (int k = 0; k < 4; k++) a.at[k] = turned(a.at[k]);
            ((Four<T>*) w.base[0])[i] = a;
        }
        EACH(i, w.n & 3) {
            T a = ((const T*) w.base[1])[(w.n & ~3LL) + i];
            if constexpr (TURN) a = turned(a);
            ((T*) w.base[0])[(w.n & ~3LL) + i] = a;
        }
        return;
    }
    EACH(i, w.n) {
        char* p[3];
        locate(w, i, p);
        if (w.base[2] && !*p[2]) continue;
        T a = *(const T*) p[1];
        if constexpr (TURN) a = turned(a);
        *(T*) p[0] = a;
    }
}

// out = mask ? a : b: operand 0 is out, 1 the mask, 2 a, 3 b.
template <int BYTES> FN void choose(const Walk<4>& w) {
    EACH(i, w.n) {
        char* p[4];
        locate(w, i, p);
        *(Bytes<BYTES>*) p[0] = *(const Bytes<BYTES>*) (*p[1] ? p[2] : p[3]);
    }
}

struct Fill { Walk<1> walk; uint64 value[2]; };

// out = the element whose bytes come along.
template <int BYTES> FN void fill(const Fill& f) {
    Bytes<BYTES> value;
    if constexpr (BYTES == 16) value = {f.value[0], f.value[1]};
    else value.at = f.value[0];
    EACH(i, f.walk.n) {
        char* p[1];
        locate(f.walk, i, p);
        *(Bytes<BYTES>*) p[0] = value;
    }
}

#define MOVE(name, bytes, turn) \
    extern "C" __global__ void __launch_bounds__(THREADS) name##_##bytes(Walk<3> w) { move<bytes, turn>(w); } \
    HOST_ENTRY(name##_##bytes, Walk<3>)
#define CHOOSE(bytes) \
    extern "C" __global__ void __launch_bounds__(THREADS) choose_##bytes(Walk<4> w) { choose<bytes>(w); } \
    HOST_ENTRY(choose_##bytes, Walk<4>)
#define FILL(bytes) \
    extern "C" __global__ void __launch_bounds__(THREADS) fill_##bytes(Fill f) { fill<bytes>(f); } \
    HOST_ENTRY(fill_##bytes, Fill)
