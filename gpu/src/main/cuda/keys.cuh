// Elements as unsigned numbers that compare as sorting wants it: NaN behind everything else, no time behind all times,
// complex numbers by real part, then by imaginary part, those with a NaN last.
#pragma once
#include "divide.cuh"
#include "walk.cuh"
#include "times.cuh"

struct key128 { uint64 high, low; };

FN bool less(uint32 a, uint32 b) { return a < b; }
FN bool less(uint64 a, uint64 b) { return a < b; }
FN bool less(key128 a, key128 b) { return a.high < b.high || (a.high == b.high && a.low < b.low); }

// Of a float's bits: one for all of NaN, and if wanted one for both zeros.
template <class U> FN U floatKey(U bits, U infinity, bool zeros) {
    const U sign = (U) 1 << (sizeof(U) * 8 - 1);
    U size = bits & (U) ~sign;
    if (size > infinity) return (U) ~(U) 0;
    if (size == 0 && zeros) return sign;
    return bits & sign ? (U) ~bits : (U) (bits | sign);
}
template <class U> FN U floatBits(U key, U nan) {
    const U sign = (U) 1 << (sizeof(U) * 8 - 1);
    return key == (U) ~(U) 0 ? nan : key & sign ? (U) (key ^ sign) : (U) ~key;
}

template <int BYTES> struct KeyOf { typedef uint32 type; };
template <> struct KeyOf<8> { typedef uint64 type; };

// What a type's key is, and the element of a key.
template <class T> struct Key {
    typedef typename KeyOf<sizeof(T)>::type type;
    static const type SIGN = Whole<T>::SIGNED ? (type) 1 << (sizeof(type) * 8 - 1) : 0;
    static FN type of(T a, bool) { return (type) a ^ SIGN; }
    static FN T element(type key) { return (T) (key ^ SIGN); }
};
template <> struct Key<bool_> {
    typedef uint32 type;
    static FN type of(bool_ a, bool) { return a.bits; }
    static FN bool_ element(type key) { return {(uint8) key}; }
};
template <> struct Key<time64> {
    typedef uint64 type;
    static FN type of(time64 a, bool) { return ((uint64) a.count ^ NO_TIME) - 1; }
    static FN time64 element(type key) { return {(int64) ((key + 1) ^ NO_TIME)}; }
};
template <> struct Key<float16> {
    typedef uint32 type;
    static FN type of(float16 a, bool zeros) { return floatKey(a.bits, (uint16) 0x7c00, zeros); }
    static FN float16 element(type key) { return {floatBits((uint16) key, (uint16) 0x7e00)}; }
};
template <> struct Key<bfloat16> {
    typedef uint32 type;
    static FN type of(bfloat16 a, bool zeros) { return floatKey(a.bits, (uint16) 0x7f80, zeros); }
    static FN bfloat16 element(type key) { return {floatBits((uint16) key, (uint16) 0x7fc0)}; }
};
template <> struct Key<float> {
    typedef uint32 type;
    static FN type of(float a, bool zeros) { return floatKey(bitsOf(a), 0x7f800000u, zeros); }
    static FN float element(type key) { return floatOf(floatBits(key, 0x7fc00000u)); }
};
template <> struct Key<double> {
    typedef uint64 type;
    static FN type of(double a, bool zeros) { return floatKey(bitsOf(a), 0x7ff0000000000000ULL, zeros); }
    static FN double element(type key) { return doubleOf(floatBits(key, (uint64) 0x7ff8000000000000ULL)); }
};
// Without NaN first, then those with an imaginary one, then those with a real one: no part's key is as great as these.
template <> struct Key<complex64> {
    typedef uint64 type;
    static FN type of(complex64 a, bool) {
        uint64 re = Key<float>::of(a.re, true), im = Key<float>::of(a.im, true);
        if (isNan(a.re)) return (isNan(a.im) ? 0xffffffffULL : 0xfffffffeULL) << 32 | im;
        return isNan(a.im) ? 0xfffffffdULL << 32 | re : re << 32 | im;
    }
};
template <> struct Key<complex128> {
    typedef key128 type;
    static FN type of(complex128 a, bool) {
        uint64 re = Key<double>::of(a.re, true), im = Key<double>::of(a.im, true);
        if (isNan(a.re)) return {isNan(a.im) ? ~0ULL : ~1ULL, im};
        if (isNan(a.im)) return {~2ULL, re};
        return {re, im};
    }
};

// Keys of short rows begin with the row's number: so several rows are sorted as one.
FN void widen(uint32 key, uint64 row, uint32& wide) { wide = key; }
FN void widen(uint32 key, uint64 row, uint64& wide) { wide = row << 32 | key; }
FN void widen(uint64 key, uint64 row, uint64& wide) { wide = key; }
FN void widen(uint64 key, uint64 row, key128& wide) { wide = {row, key}; }
FN void widen(key128 key, uint64 row, key128& wide) { wide = key; }
FN void narrow(uint32 wide, uint32& key) { key = wide; }
FN void narrow(uint64 wide, uint32& key) { key = (uint32) wide; }
FN void narrow(uint64 wide, uint64& key) { key = wide; }
FN void narrow(key128 wide, uint64& key) { key = wide.low; }

struct Rows {
    int64 n;          // elements of a row
    int64 stride;     // of elements in a row
    int64 outStride;  // of positions in a row
    int64 zeros;      // whether both are one
    char* keys;
    uint32* places;   // if anything, positions of the elements
    Walk<2> rows;     // operand 0 is elements, 1, if it has an address, int64 positions of those that are wanted
};

template <class T, class K> FN void keys(const Rows& r) {
    EACH(i, r.rows.n * r.n) {
        int64 row = quotient(i, r.n), at = i - row * r.n;
        char* p[2];
        locate(r.rows, row, p);
        if (r.rows.base[1]) at = *(const int64*) (p[1] + at * r.outStride);
        widen(Key<T>::of(*(const T*) (p[0] + at * r.stride), r.zeros), row, ((K*) r.keys)[i]);
        if (r.places) r.places[i] = (uint32) at;
    }
}
// Writes elements where they were read.
template <class T, class K> FN void elements(const Rows& r) {
    EACH(i, r.rows.n * r.n) {
        int64 row = quotient(i, r.n);
        char* p[2];
        locate(r.rows, row, p);
        typename Key<T>::type key;
        narrow(((const K*) r.keys)[i], key);
        *(T*) (p[0] + (i - row * r.n) * r.stride) = Key<T>::element(key);
    }
}

#define KEYS(T, K) \
    extern "C" __global__ void __launch_bounds__(THREADS) keys_##T##_##K(Rows r) { keys<T, K>(r); } \
    HOST_ENTRY(keys_##T##_##K, Rows)
#define ELEMENTS(T, K) \
    extern "C" __global__ void __launch_bounds__(THREADS) elements_##T##_##K(Rows r) { elements<T, K>(r); } \
    HOST_ENTRY(elements_##T##_##K, Rows)
