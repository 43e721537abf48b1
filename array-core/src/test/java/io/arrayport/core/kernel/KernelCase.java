package io.arrayport.core.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.arrayport.core.backend.Op;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;

/** An operation and a lane that there is a kernel for, and the strips that kernels are tried on. */
record KernelCase(Op op, Lane lane) {
    private static final List<Lane> LANES = List.of(Lane.BOOL, Lane.I8, Lane.I16, Lane.I32, Lane.I64, Lane.U8, Lane.U16,
            Lane.U32, Lane.U64, Lane.F16, Lane.BF16, Lane.F32, Lane.F64, Lane.C64, Lane.C128, Lane.TIME,
            Lane.TIME);

    /** Around the lengths of vectors; for 16-bit floats also around that of their strips. */
    List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(List.of(0, 1, 2, 3, 7, 8, 9, 15, 17, 31, 33, 64, 65, 129, 200));
        if (lane == Lane.F16 || lane == Lane.BF16) {
            sizes.add(HalfStrip.MOST + 70);
        }
        return sizes;
    }

    /** What the ufuncs say there is, but for powers of signed integers, which refuse half of their random inputs. */
    static List<KernelCase> all(int inputs) {
        Set<KernelCase> cases = new LinkedHashSet<>();
        for (UFunc ufunc : Ufuncs.ALL) {
            for (String types : ufunc.types()) {
                if (ufunc.nin() == inputs && types.charAt(0) == types.charAt(inputs - 1)
                        && (ufunc.op() != Op.POWER || "bhil".indexOf(types.charAt(0)) < 0)) {
                    cases.add(new KernelCase(ufunc.op(), LANES.get("?bhilBHILeEfdFDMm".indexOf(types.charAt(0)))));
                }
            }
        }
        return List.copyOf(cases);
    }

    Lane output() {
        return Kernels.output(op, lane);
    }

    /** A contiguous stride, or with {@code seed} from 3 on often another. */
    static long stride(Lane lane, int seed, Random random) {
        return switch (seed < 3 ? random.nextInt(3) : random.nextInt(6)) {
            case 0, 1 -> lane.bytes();
            case 2 -> 0;
            case 3 -> -lane.bytes();
            case 4 -> 2L * lane.bytes() + 1;
            default -> -3L * lane.bytes();
        };
    }

    /** A stride at which no two elements share a byte. */
    static long outStride(Lane lane, int seed, Random random) {
        return seed < 3 ? lane.bytes() : lane.bytes() * (random.nextBoolean() ? 3L : -2L) + random.nextInt(2);
    }

    @Override
    public String toString() {
        return op + " " + lane;
    }
}
