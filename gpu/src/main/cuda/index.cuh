// Elements by position: copied from and to positions of an axis, chosen by number, and what positions are checked by.
#pragma once
#include "divide.cuh"
#include "move.cuh"

// Lists of positions, several of one length: positions of the i-th lie in the i-th stretch of the axis.
struct Positions {
    int64 n;             // of all lists
    int64 each;          // of one list
    int64 dim;           // places that a list has; negative positions count from their end
    const int64* at;
    unsigned long long* wrong;  // the first number of a position that is not there; all bits set if there is none
    unsigned long long* owner;  // for each place, the last number of a position that names it
};

// Returns whether the k-th position is there, and what place it is.
FN bool place(const Positions& p, int64 k, int64& at) {
    at = p.at[k];
    if (at < 0) at += p.dim;
    bool there = (uint64) at < (uint64) p.dim;
    if (p.n != p.each) at += quotient(k, p.each) * p.dim;
    return there;
}

// Notes the first position that is not there, and for all others an owner that every number beats.
FN void check(const Positions& p) {
    EACH(k, p.n) {
        int64 at;
        if (!place(p, k, at)) atomicMin(p.wrong, (unsigned long long) k);
        else if (p.owner) p.owner[at] = 0;
    }
}

// Of equal positions the last one counts.
FN void own(const Positions& p) {
    EACH(k, p.n) {
        int64 at;
        if (place(p, k, at)) atomicMax(p.owner + at, (unsigned long long) k);
    }
}

struct Rows {
    Positions positions;
    int64 pickedStride;  // between rows that positions name
    int64 listedStride;  // between rows that come one after the other
    Walk<2> row;         // operand 0 is what positions name, 1 what is listed
};

template <int BYTES> FN void gather(const Rows& rows) {
    EACH(i, rows.positions.n * rows.row.n) {
        int64 k = quotient(i, rows.row.n), at;
        if (!place(rows.positions, k, at)) {
            atomicMin(rows.positions.wrong, (unsigned long long) k);
            continue;
        }
        char* p[2];
        locate(rows.row, i - k * rows.row.n, p);
        *(Bytes<BYTES>*) (p[1] + k * rows.listedStride) = *(const Bytes<BYTES>*) (p[0] + at * rows.pickedStride);
    }
}

// Writes nothing if any position is not there.
template <int BYTES> FN void scatter(const Rows& rows) {
    if (~*rows.positions.wrong) return;
    EACH(i, rows.positions.n * rows.row.n) {
        int64 k = quotient(i, rows.row.n), at;
        place(rows.positions, k, at);
        if (rows.positions.owner[at] != (unsigned long long) k) continue;
        char* p[2];
        locate(rows.row, i - k * rows.row.n, p);
        *(Bytes<BYTES>*) (p[0] + at * rows.pickedStride) = *(const Bytes<BYTES>*) (p[1] + k * rows.listedStride);
    }
}

struct Offsets { int64 dim, step; unsigned long long* wrong; Walk<2> walk; };

// out += position * step: operand 0 is out, 1 the positions.
FN void offsets(const Offsets& o) {
    EACH(i, o.walk.n) {
        char* p[2];
        locate(o.walk, i, p);
        int64 at = *(const int64*) p[1];
        if (at < 0) at += o.dim;
        if ((uint64) at >= (uint64) o.dim) atomicMin(o.wrong, (unsigned long long) i);
        else *(int64*) p[0] += at * o.step;
    }
}

#define CHOICES 12

struct Pick {
    int64 first;  // the number of the first choice here
    int64 count;  // of choices here
    int64 all;    // choices that there are
    unsigned long long* wrong;
    Walk<CHOICES + 2> walk;
};

FN char* at(const Pick& pick, int operand, int64 i) {
    char* p = pick.walk.base[operand];
    for (int d = 0; d < pick.walk.axes; d++) {
        int64 next = quotient(i, pick.walk.shape[d]);
        p += (i - next * pick.walk.shape[d]) * pick.walk.stride[operand][d];
        i = next;
    }
    return p;
}

// out = choices[which]: operand 0 is out, 1 which, those from 2 on are choices.
template <int BYTES> FN void pick(const Pick& pick) {
    EACH(i, pick.walk.n) {
        int64 which = *(const int64*) at(pick, 1, i);
        if ((uint64) which >= (uint64) pick.all) {
            atomicMin(pick.wrong, (unsigned long long) i);
            continue;
        }
        which -= pick.first;
        if (which < 0 || which >= pick.count) continue;
        *(Bytes<BYTES>*) at(pick, 0, i) = *(const Bytes<BYTES>*) at(pick, 2 + (int) which, i);
    }
}

#define KERNEL(name, body, Arguments) \
    extern "C" __global__ void __launch_bounds__(THREADS) name(Arguments a) { body(a); } \
    HOST_ENTRY(name, Arguments)
#define POSITIONS(step) KERNEL(positions_##step, step, Positions)
#define LOCATE(step) KERNEL(locate_##step, step, Offsets)
#define GATHER(bytes) KERNEL(gather_##bytes, gather<bytes>, Rows)
#define SCATTER(bytes) KERNEL(scatter_##bytes, scatter<bytes>, Rows)
#define PICK(bytes) KERNEL(pick_##bytes, pick<bytes>, Pick)
