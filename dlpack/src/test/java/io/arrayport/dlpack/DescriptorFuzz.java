package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.math.BigInteger;
import java.util.Random;
import java.util.Set;

import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * Mutated descriptors over memory that is really there, each judged twice: by the importer, and by an oracle in numbers
 * that do not overflow. Every pointer either points to memory, or to a place that must be refused before it is
 * followed. Run by {@link DescriptorFuzzTest} in a JVM of its own; arguments are a count and seeds.
 */
final class DescriptorFuzz {
    private static final long[] EDGES = {0, 1, -1, 2, 3, 7, 64, 65, 127, 128, 255, 256, 1L << 31, -(1L << 31),
            (1L << 32) - 1, 1L << 32, 1L << 40,
            1L << 60, 1L << 61, 1L << 62, (1L << 62) - 1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 64,
            Long.MIN_VALUE + 1};
    /** Devices on which data may be no address. */
    private static final Set<Integer> HANDLES = Set.of(4, 7, 8, 9, 12, 15, 16, 17, 18);
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);

    private final Random random;
    private int accepted;
    private int refused;
    private int empty;

    private DescriptorFuzz(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        for (int arg = 1; arg < args.length; arg++) {
            DescriptorFuzz fuzz = new DescriptorFuzz(Long.parseLong(args[arg]));
            for (int i = 0; i < count; i++) {
                fuzz.one("seed " + args[arg] + ", case " + i);
            }
            System.out.println("seed " + args[arg] + " accepted " + fuzz.accepted + " refused " + fuzz.refused
                    + " without elements " + fuzz.empty);
        }
    }

    private void one(String where) {
        try (ForeignTensor tensor = new ForeignTensor(random.nextBoolean())) {
            mutate(tensor);
            String expected = oracle(tensor);
            String message;
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                message = null;
                check(expected == null, where + ": accepted, but " + expected);
                probe(tensor, array, where);
            } catch (ForeignDescriptorException e) {
                message = e.getMessage();
            }
            if (message != null) {
                check(expected != null, where + ": refused, but the oracle accepts: " + message);
                check(message.contains(": " + expected + " is ") || message.contains(": " + expected + "["),
                        where + ": the oracle blames "
                                + expected + ", the message is: " + message);
                refused++;
            } else {
                accepted++;
            }
            check(tensor.deletions() == 1, where + ": " + tensor.deletions() + " deletions");
        }
    }

    /** Reads what lies inside the memory that the tensor really has. */
    private void probe(ForeignTensor tensor, NdArray array, String where) {
        if (array.size() == 0) {
            empty++;
            return;
        }
        long low = array.storage().address();
        check(low > 0 && low + array.storage().byteSize() > low, where + ": range");
        if (array.storage().device().type().isHost() && low >= tensor.data
                && low + array.storage().byteSize() <= tensor.data + 4 * ForeignTensor.ELEMENTS) {
            array.item(new long[array.ndim()]);
            long[] last = new long[array.ndim()];
            for (int axis = 0; axis < last.length; axis++) {
                last[axis] = array.shape().dim(axis) - 1;
            }
            array.item(last);
        }
    }

    private void mutate(ForeignTensor tensor) {
        int ndim = random.nextInt(5);
        long[] shape = new long[ndim];
        long[] strides = new long[ndim];
        for (int axis = 0; axis < ndim; axis++) {
            shape[axis] = random.nextInt(8) == 0 ? edge() : random.nextInt(4);
            strides[axis] = random.nextInt(8) == 0 ? edge() : random.nextInt(9) - 4;
        }
        if (random.nextInt(20) == 0) {
            shape = new long[64];
            strides = new long[64];
            java.util.Arrays.fill(shape, 1);
        }
        tensor.axes(shape, random.nextInt(4) == 0 ? null : strides);
        for (int i = random.nextInt(3); i > 0; i--) {
            mutateField(tensor);
        }
    }

    private void mutateField(ForeignTensor tensor) {
        long at = tensor.form.tensor;
        switch (random.nextInt(10)) {
            case 9 -> {
                int code = 7 + random.nextInt(11);
                tensor.dtype(code, code < 15 ? 8 : code < 17 ? 6 : 4, 1 + random.nextInt(2));
                if (tensor.form == Abi.Form.VERSIONED) {
                    tensor.setLong(Abi.FLAGS, random.nextInt(8));
                }
            }
            case 0 -> tensor.ndim(random.nextInt(4) == 0 ? random.nextInt(65) : (int) (edge() | Integer.MIN_VALUE));
            case 1 -> tensor.dtype(random.nextInt(20), (int) edge(), random.nextInt(6) == 0 ? (int) edge() : 1);
            case 2 -> tensor.dtype(random.nextInt(8), 1 << random.nextInt(8), random.nextInt(4) == 0 ? 2 : 1);
            case 3 -> tensor.setInt(at + Abi.DEVICE_TYPE, random.nextBoolean() ? random.nextInt(20) : (int) edge());
            case 4 -> tensor.tensor(Abi.BYTE_OFFSET, random.nextBoolean() ? random.nextInt(96) : edge());
            case 5 -> tensor.tensor(Abi.DATA, random.nextBoolean() ? 0 : edge());
            case 6 -> tensor.tensor(random.nextBoolean() ? Abi.SHAPE : Abi.STRIDES,
                    random.nextBoolean() ? 0 : Long.MIN_VALUE | edge());
            case 7 -> tensor.setInt(Abi.MAJOR,
                    tensor.form == Abi.Form.VERSIONED ? random.nextInt(3) : (int) word(tensor, Abi.MAJOR));
            default -> tensor.setInt(at + Abi.DEVICE_ID, (int) edge());
        }
    }

    private long edge() {
        return EDGES[random.nextInt(EDGES.length)] + (random.nextInt(4) == 0 ? random.nextInt(5) - 2 : 0);
    }

    private static long word(ForeignTensor tensor, long offset) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, tensor.address + offset);
    }

    private static int half(ForeignTensor tensor, long offset) {
        return Memory.RAW.get(JAVA_INT_UNALIGNED, tensor.address + offset);
    }

    /** The field a valid importer has to blame; null if there is none. */
    private static @Nullable String oracle(ForeignTensor tensor) {
        long at = tensor.form.tensor;
        if (tensor.form == Abi.Form.VERSIONED && half(tensor, Abi.MAJOR) != 1) {
            return "version.major";
        }
        int device = half(tensor, at + Abi.DEVICE_TYPE);
        if (device < 1 || device > 18 || device == 5 || device == 6) {
            return "dl_tensor.device.device_type";
        }
        if (device != 1 && half(tensor, at + Abi.DEVICE_ID) < 0) {
            return "dl_tensor.device.device_id";
        }
        int type = half(tensor, at + Abi.CODE);
        int code = type & 0xff;
        int bits = type >>> 8 & 0xff;
        int lanes = type >>> 16;
        if (lanes == 0) {
            return "dl_tensor.dtype.lanes";
        }
        boolean padded = tensor.form == Abi.Form.VERSIONED && (word(tensor, Abi.FLAGS) & 4) != 0;
        String widths = switch (code) {
            case 0, 1 -> " 8 16 32 64 ";
            case 2 -> " 16 32 64 ";
            case 4 -> " 16 ";
            case 5 -> " 64 128 ";
            case 6, 7, 8, 9, 10, 11, 12, 13, 14 -> " 8 ";
            case 15, 16 -> padded ? " 6 " : " none ";
            case 17 -> padded ? " 4 " : " none ";
            default -> "";
        };
        if (!widths.contains(" " + bits + " ")) {
            return widths.isEmpty() ? "dl_tensor.dtype.code" : "dl_tensor.dtype.bits";
        }
        int ndim = half(tensor, at + Abi.NDIM);
        if (ndim < 0 || ndim > (lanes == 1 ? 64 : 63)) {
            return "dl_tensor.ndim";
        }
        long shape = word(tensor, at + Abi.SHAPE);
        return ndim > 0 && shape <= 0 ? "dl_tensor.shape"
                : extents(tensor, ndim, shape, Math.max(1, bits / 8), lanes, HANDLES.contains(device));
    }

    private static @Nullable String extents(ForeignTensor tensor, int ndim, long shape, int lane, int lanes,
            boolean handle) {
        BigInteger bytes = BigInteger.valueOf((long) lane * lanes);
        boolean empty = false;
        for (int axis = 0; axis < ndim; axis++) {
            long dim = Memory.RAW.get(JAVA_LONG_UNALIGNED, shape + 8L * axis);
            bytes = bytes.multiply(BigInteger.valueOf(Math.max(1, dim)));
            empty |= dim == 0;
            if (dim < 0 || bytes.compareTo(LIMIT) >= 0) {
                return "dl_tensor.shape";
            }
        }
        long strides = word(tensor, tensor.form.tensor + Abi.STRIDES);
        if (ndim > 0 && strides < 0) {
            return "dl_tensor.strides";
        }
        return empty ? null : reach(tensor, ndim, shape, strides, lane, lanes, handle);
    }

    private static @Nullable String reach(ForeignTensor tensor, int ndim, long shape, long strides, int lane, int lanes,
            boolean handle) {
        long itemsize = (long) lane * lanes;
        long data = word(tensor, tensor.form.tensor + Abi.DATA);
        BigInteger low = BigInteger.valueOf(data)
                .add(new BigInteger(Long.toUnsignedString(word(tensor, tensor.form.tensor
                        + Abi.BYTE_OFFSET))));
        BigInteger high = low.add(BigInteger.valueOf(itemsize));
        boolean countable = true;
        BigInteger packed = BigInteger.ONE;
        BigInteger first = low.add(BigInteger.valueOf(lane));
        for (int axis = ndim - 1; axis >= 0; axis--) {
            long dim = Memory.RAW.get(JAVA_LONG_UNALIGNED, shape + 8L * axis);
            BigInteger stride = strides == 0 ? packed
                    : BigInteger.valueOf(Memory.RAW.get(JAVA_LONG_UNALIGNED, strides + 8L * axis));
            packed = packed.multiply(BigInteger.valueOf(dim));
            BigInteger step = stride.multiply(BigInteger.valueOf(itemsize));
            countable &= dim == 1 || step.bitLength() < 64;
            BigInteger reach = step.multiply(BigInteger.valueOf(dim - 1));
            low = low.add(reach.min(BigInteger.ZERO));
            high = high.add(reach.max(BigInteger.ZERO));
        }
        if (!countable) {
            return "dl_tensor.strides";
        }
        if (data <= 0) {
            return "dl_tensor.data";
        }
        BigInteger top = LIMIT.subtract(BigInteger.valueOf(64));
        if (first.compareTo(top) >= 0) { // with its first element
            return "dl_tensor.byte_offset";
        }
        BigInteger least = handle ? BigInteger.valueOf(data) : BigInteger.ONE;
        return low.compareTo(least) < 0 || high.compareTo(top) >= 0 ? "dl_tensor.strides" : null;
    }

    private static void check(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
