package io.arrayport.conformance.fuzz.cases;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandles;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.PackedTensor;
import org.jspecify.annotations.Nullable;

/** Managed tensors of both forms, and of packed elements, each judged by the importer and by an oracle. */
final class DlpackCases implements Family {
    private static final long[] EDGES = {0, 1, -1, 2, 3, 7, 64, 65, 127, 128, 255, 256, 1L << 31, -(1L << 31),
            (1L << 32) - 1, 1L << 32, 1L << 40, 1L << 60, 1L << 61, 1L << 62, (1L << 62) - 1, Long.MAX_VALUE,
            Long.MIN_VALUE, Long.MAX_VALUE - 64, Long.MIN_VALUE + 1};
    private static final int BUFFERS = 4;
    private static final long DELETER = NativeCode.stub(MethodHandles.lookup(), "deleted",
            FunctionDescriptor.ofVoid(JAVA_LONG));
    private static long deletedLast;
    private static int deletions;

    private final Guarded memory = new Guarded(BUFFERS);
    private DlpackTensor tensor = new DlpackTensor();
    private boolean packed;
    private SplittableRandom random = new SplittableRandom();

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static void deleted(long self) {
        deletedLast = self;
        deletions++;
    }

    @Override
    public Verdict run(long cut, SplittableRandom choices) {
        random = choices;
        memory.reset();
        tensor = new DlpackTensor();
        packed = random.nextInt(4) == 0;
        make();
        for (int i = random.nextInt(3); i > 0; i--) {
            damageField();
        }
        DlpackOracle oracle = new DlpackOracle(tensor, packed);
        boolean there = place(oracle);
        if (random.nextInt(16) == 0) {
            tensor.data = random.nextBoolean() ? 0 : edge();
            there = false;
        }
        return judge(oracle.field(), there);
    }

    /** Puts the elements where their bytes just fit; false if they are too many, or not to be read here. */
    private boolean place(DlpackOracle oracle) {
        tensor.data = memory.before(Guarded.SLOT);
        if (oracle.form() != null || oracle.isEmpty() || !oracle.isHost()) {
            return oracle.isHost();
        }
        DlpackOracle.Range range = oracle.range();
        BigInteger bytes = range.high().subtract(range.low());
        if (bytes.max(oracle.elements()).compareTo(BigInteger.valueOf(Guarded.SLOT)) > 0) {
            return false; // elements of stride 0 are more than their bytes
        }
        long at = random.nextInt(3) == 0 ? tensor.data : tensor.data + Guarded.SLOT - bytes.longValueExact();
        BigInteger data = BigInteger.valueOf(at).subtract(range.low());
        if (data.signum() <= 0 || data.bitLength() > 62) {
            return false;
        }
        tensor.data = data.longValueExact();
        return true;
    }

    private Verdict judge(@Nullable String expected, boolean there) {
        Worker.announce(tensor);
        long address = tensor.write(memory);
        deletions = 0;
        Verdict verdict;
        try {
            verdict = take(address, expected, there);
        } catch (ForeignDescriptorException refused) {
            String message = String.valueOf(refused.getMessage());
            Wrong.unless(expected != null, "refused, but the oracle takes it: " + message);
            Wrong.unless(message.contains(": " + expected + (String.valueOf(expected).endsWith("[") ? "" : " is ")),
                    "the oracle blames " + expected + ": " + message);
            verdict = Verdict.REFUSED;
        }
        Wrong.unless(deletions == (tensor.deleter == 0 ? 0 : 1), deletions + " deletions");
        Wrong.unless(deletions == 0 || deletedLast == address, "another tensor was deleted");
        return verdict;
    }

    private Verdict take(long address, @Nullable String expected, boolean there) {
        DlpackCapsule capsule = DlpackCapsule.adopt(address, tensor.versioned);
        boolean writes = tensor.versioned && !capsule.isReadOnly();
        if (packed) {
            try (PackedTensor found = Dlpack.packed(capsule)) {
                Wrong.unless(expected == null, "taken, but the oracle blames " + expected);
                if (there) {
                    found.unpack().close();
                }
            }
        } else {
            try (NdArray found = Dlpack.from(capsule)) {
                Wrong.unless(expected == null, "taken, but the oracle blames " + expected);
                Wrong.unless(found.isWriteable() == writes, "writeable or not, against the flag");
                if (there) {
                    follow(found, writes);
                }
            }
        }
        return there ? Verdict.READ : Verdict.TAKEN;
    }

    private static void follow(NdArray found, boolean writes) {
        if (found.storage().device().equals(Device.CPU)) {
            found.copy().close();
            if (writes) {
                found.fill(0);
            }
        } else if (found.size() > 0) { // pinned: no backend computes there, but elements may be asked for
            found.item(new long[found.ndim()]);
            found.item(LongStream.of(found.shape().toArray()).map(dim -> dim - 1).toArray());
        }
    }

    private void make() {
        tensor.versioned = random.nextBoolean();
        tensor.deleter = random.nextInt(64) == 0 ? 0 : DELETER;
        tensor.managerCtx = random.nextLong();
        tensor.minor = random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(5);
        tensor.flags = random.nextInt(3) == 0 ? random.nextInt(packed ? 4 : 8) : 0;
        type();
        axes();
    }

    private void type() {
        if (packed) {
            int[][] types = {{0, 1}, {0, 2}, {0, 4}, {1, 1}, {1, 2}, {1, 4}, {6, 1}, {15, 6}, {16, 6}, {17, 4}};
            int[] type = types[random.nextInt(types.length)];
            tensor.code = type[0];
            tensor.bits = type[1];
        } else {
            int[][] types = {{0, 8}, {0, 16}, {0, 32}, {0, 64}, {1, 8}, {1, 16}, {1, 32}, {1, 64}, {2, 16}, {2, 32},
                    {2, 64}, {4, 16}, {5, 64}, {5, 128}, {6, 8}, {7 + random.nextInt(8), 8}, {15, 6}, {16, 6},
                    {17, 4}};
            int[] type = types[random.nextInt(types.length)];
            tensor.code = type[0];
            tensor.bits = type[1];
            if (tensor.bits < 8) {
                tensor.versioned = true;
                tensor.flags |= 4;
            }
        }
        tensor.lanes = random.nextInt(6) == 0 ? 1 + random.nextInt(4) : 1;
    }

    private void axes() {
        int most = random.nextInt(40) == 0 ? DlpackTensor.MAX_NDIM : 5;
        tensor.ndim = random.nextInt(most + 1);
        tensor.shape = new long[tensor.ndim];
        long[] strides = new long[tensor.ndim];
        boolean dense = packed || random.nextInt(3) == 0;
        long packedStride = 1;
        for (int axis = tensor.ndim - 1; axis >= 0; axis--) {
            tensor.shape[axis] = most > 5 ? 1 + random.nextInt(50) / 49 : random.nextInt(5);
            strides[axis] = dense ? packedStride : random.nextInt(13) - 6;
            packedStride *= Math.max(1, tensor.shape[axis]);
        }
        tensor.strides = random.nextInt(4) == 0 ? null : strides;
        tensor.byteOffset = random.nextInt(3) == 0 ? random.nextInt(96) : 0;
    }

    private void damageField() {
        switch (random.nextInt(14)) {
            case 0 -> tensor.ndim = random.nextBoolean() ? random.nextInt(67) : (int) edge();
            case 1 -> tensor.code = random.nextBoolean() ? random.nextInt(20) : random.nextInt(256);
            case 2 -> tensor.bits = random.nextBoolean() ? 1 << random.nextInt(8) : random.nextInt(256);
            case 3 -> tensor.lanes = random.nextBoolean() ? random.nextInt(4) : (int) edge() & 0xffff;
            case 4 -> tensor.deviceType = random.nextInt(3) > 0 ? random.nextInt(20) : (int) edge();
            case 5 -> tensor.deviceId = (int) edge();
            case 6 -> tensor.byteOffset = edge();
            case 7 -> tensor.shapePointer = random.nextBoolean() ? 0 : edge() | Long.MIN_VALUE;
            case 8 -> tensor.stridesPointer = random.nextBoolean() ? 0 : edge() | Long.MIN_VALUE;
            case 9 -> tensor.major = random.nextBoolean() ? random.nextInt(4) : (int) edge();
            case 10 -> tensor.flags = random.nextBoolean() ? random.nextInt(8) : random.nextLong();
            case 11, 12 -> {
                if (tensor.shape.length > 0) {
                    tensor.shape[random.nextInt(tensor.shape.length)] = edge();
                }
            }
            default -> {
                if (tensor.strides != null && tensor.strides.length > 0) {
                    tensor.strides[random.nextInt(tensor.strides.length)] = edge();
                }
            }
        }
    }

    private long edge() {
        return EDGES[random.nextInt(EDGES.length)] + (random.nextInt(4) == 0 ? random.nextInt(5) - 2 : 0);
    }

    @Override
    public String damage() {
        return (packed ? "packed, " : "") + tensor;
    }
}
