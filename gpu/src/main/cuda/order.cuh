// The order of elements that are no numbers: by what they are made of, one after the other, at any address and in any
// byte order.
#pragma once
#include "keys.cuh"

#define LEAVES 48

enum Kind { UNSIGNED, SIGNED, REAL, COMPLEX, TIME, BYTES, POINTS, BRAIN };
struct Leaf {
    int32 offset;
    int32 kind;
    int32 size;   // bytes, or how many there are of bytes and of characters
    int32 turned; // whether bytes of numbers are in the other order
};

struct Order {
    const char* base;
    int64 itemsize;
    int64 leaves;
    Leaf leaf[LEAVES];
};

FN uint64 bitsAt(const char* at, int size, bool turned) {
    uint64 bits = 0;
    for (int i = 0; i < size; i++) bits |= (uint64) (uint8) at[i] << 8 * (turned ? size - 1 - i : i);
    return bits;
}
FN uint64 realKey(const char* at, int size, bool turned) {
    uint64 bits = bitsAt(at, size, turned);
    return size == 8 ? floatKey(bits, 0x7ff0000000000000ULL, true)
        : size == 4 ? floatKey((uint32) bits, 0x7f800000u, true) : floatKey((uint16) bits, (uint16) 0x7c00, true);
}
FN bool nanAt(const char* at, int size, bool turned) {
    return realKey(at, size, turned) == (size == 8 ? ~0ULL : 0xffffffffULL);
}
FN int sign(uint64 a, uint64 b) { return (a > b) - (a < b); }

FN int compareLeaf(const Leaf& l, const char* a, const char* b) {
    a += l.offset;
    b += l.offset;
    switch (l.kind) {
        case BYTES: {
            for (int i = 0; i < l.size; i++) if (a[i] != b[i]) return (uint8) a[i] < (uint8) b[i] ? -1 : 1;
            return 0;
        }
        case POINTS: {
            for (int i = 0; i < l.size; i++) {
                int s = sign(bitsAt(a + 4 * i, 4, l.turned), bitsAt(b + 4 * i, 4, l.turned));
                if (s) return s;
            }
            return 0;
        }
        case BRAIN: return sign(floatKey((uint16) bitsAt(a, 2, l.turned), (uint16) 0x7f80, true),
            floatKey((uint16) bitsAt(b, 2, l.turned), (uint16) 0x7f80, true));
        case REAL: return sign(realKey(a, l.size, l.turned), realKey(b, l.size, l.turned));
        case COMPLEX: {
            int part = l.size / 2;
            int s = sign(2 * nanAt(a, part, l.turned) + nanAt(a + part, part, l.turned),
                2 * nanAt(b, part, l.turned) + nanAt(b + part, part, l.turned));
            if (!s) s = sign(realKey(a, part, l.turned), realKey(b, part, l.turned));
            return s ? s : sign(realKey(a + part, part, l.turned), realKey(b + part, part, l.turned));
        }
        default: {
            uint64 left = bitsAt(a, l.size, l.turned), right = bitsAt(b, l.size, l.turned);
            uint64 top = l.kind == UNSIGNED ? 0 : 1ULL << (8 * l.size - 1), less = l.kind == TIME;
            return sign((left ^ top) - less, (right ^ top) - less);
        }
    }
}
// Long, and wanted at many places: it stands in a module once.
__device__ __noinline__ static int compare(const Order& o, const char* a, const char* b) {
    for (int i = 0; i < o.leaves; i++) {
        int s = compareLeaf(o.leaf[i], a, b);
        if (s) return s;
    }
    return 0;
}
