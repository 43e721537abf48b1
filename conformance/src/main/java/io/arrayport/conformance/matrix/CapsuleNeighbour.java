package io.arrayport.conformance.matrix;

import static io.arrayport.core.Np.np;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.LegacyAccess;

/** Who takes capsules. */
record CapsuleNeighbour(boolean versioned) implements Neighbour<DlpackCapsule> {
    @Override
    public String name() {
        return versioned ? "DLPack capsule" : "legacy DLPack capsule";
    }

    @Override
    public Target<DlpackCapsule> target() {
        return versioned ? Dlpack.capsule() : Dlpack.legacyCapsule();
    }

    @Override
    public View view(DlpackCapsule taken) {
        long address = CapsuleOrigin.address(taken);
        return new CapsuleView(address, Dlpack.from(taken, LegacyAccess.WRITEABLE));
    }

    @Override
    public Expected expected(DType dtype, Sample sample, boolean writeable) {
        if ("MmSUVT".indexOf(dtype.kind()) >= 0) {
            return Expected.refused("no DLPack type code");
        }
        if (sample == Sample.SWAPPED) {
            return Expected.copy("foreign byte order");
        }
        return versioned || writeable ? Expected.SHARED : Expected.copy("read-only");
    }

    private record CapsuleView(long address, NdArray array) implements View {
        @Override
        public boolean sees(NdArray expected) {
            return np.arrayEqual(array, expected);
        }

        @Override
        public boolean zero() {
            if (array.isWriteable()) {
                array.fill(0);
            }
            return array.isWriteable();
        }

        @Override
        public void close() {
            array.close();
        }
    }
}
