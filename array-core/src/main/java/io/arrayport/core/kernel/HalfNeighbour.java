package io.arrayport.core.kernel;

/** The 16-bit float next to another: its bits count up from 0 on either side. */
final class HalfNeighbour implements Step {
    private final Real form;
    private final int infinity;

    /** @param infinity the bits of infinity */
    HalfNeighbour(Real form, int infinity) {
        this.form = form;
        this.infinity = infinity;
    }

    static int infinity(Lane lane) {
        return lane == Lane.F16 ? 0x7C00 : 0x7F80;
    }

    @Override
    public void run(long a, long b, long out) {
        double from = form.get(a);
        double to = form.get(b);
        short bits = Raw.i16(a);
        if (Double.isNaN(from) || Double.isNaN(to)) {
            form.put(out, Double.NaN);
        } else if (from == to) {
            Raw.i16(out, bits);
        } else {
            Raw.i16(out,
                    from < to ? above(bits, infinity) : (short) (above((short) (bits ^ 0x8000), infinity) ^ 0x8000));
        }
    }

    /** Returns the bits of the least number above; nan and infinity stay. */
    static short above(short bits, int infinity) {
        int size = bits & 0x7FFF;
        if (size > infinity || bits == (short) infinity) {
            return bits;
        }
        return (short) (size == 0 ? 1 : bits < 0 ? bits - 1 : bits + 1);
    }
}
