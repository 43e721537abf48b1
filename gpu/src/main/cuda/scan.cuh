// out[i] = op(out[i - 1], out[i]) along one axis, in place: a thread for each row.
#pragma once
#include "fold.cuh"

struct Scan { Walk<1> rows; int64 n, step; };

template <class Op, class T> FN void scan(const Scan& f) {
    EACH(i, f.rows.n) {
        char* p[1];
        locate(f.rows, i, p);
        Computed<T> acc = Of<T>::load(*(T*) p[0]);
        for (int64 k = 1; k < f.n; k++) {
            T* at = (T*) (p[0] + k * f.step);
            *at = Of<T>::store(Op::of(acc, Of<T>::load(*at)));
            acc = Of<T>::load(*at);
        }
    }
}

#define SCAN(op, T) \
    extern "C" __global__ void __launch_bounds__(THREADS) scan_##op##_##T(Scan f) { scan<op_##op, T>(f); } \
    HOST_ENTRY(scan_##op##_##T, Scan)
