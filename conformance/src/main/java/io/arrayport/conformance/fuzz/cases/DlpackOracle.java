package io.arrayport.conformance.fuzz.cases;

import java.math.BigInteger;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Judges a managed tensor by the words of the DLPack header, in numbers that do not overflow: which field an importer
 * has to blame, and which bytes the elements lie in.
 *
 * @param packed whether the importer is the one for elements smaller than a byte
 */
record DlpackOracle(DlpackTensor tensor, boolean packed) {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);
    /** Kept free above the last byte. */
    private static final BigInteger TOP = LIMIT.subtract(BigInteger.valueOf(64));
    /** Devices on which data may be no address. */
    private static final Set<Integer> HANDLES = Set.of(4, 7, 8, 9, 12, 15, 16, 17, 18);
    /** Devices whose memory the processor reads as its own. */
    private static final Set<Integer> HOSTS = Set.of(1, 3, 11);
    private static final int PADDED = 4;
    private static final int BOOL = 6;
    private static final int FLOAT6 = 15;
    private static final int FLOAT4 = 17;

    /** Bytes of a lane. */
    private int lane() {
        return packed ? 1 : Math.max(1, tensor.bits / 8);
    }

    private long itemsize() {
        return (long) lane() * tensor.lanes;
    }

    /** The bytes that elements lie in, from {@code data} on: {@code [low, high)}. */
    record Range(BigInteger low, BigInteger high) {}

    /** What has to be blamed before the address of the data counts; null if nothing. */
    @Nullable
    String form() {
        if (tensor.versioned && tensor.major != 1) {
            return "version.major";
        }
        String type = device();
        type = type != null ? type : type();
        if (type != null) {
            return type;
        }
        int most = tensor.lanes == 1 ? DlpackTensor.MAX_NDIM : DlpackTensor.MAX_NDIM - 1;
        if (tensor.ndim < 0 || tensor.ndim > most) {
            return "dl_tensor.ndim";
        }
        return shape();
    }

    private @Nullable String device() {
        int device = tensor.deviceType;
        if (device < 1 || device > 18 || device == 5 || device == 6) {
            return "dl_tensor.device.device_type";
        }
        if (device != 1 && tensor.deviceId < 0) {
            return "dl_tensor.device.device_id";
        }
        return packed && !isHost() ? "dl_tensor.device.device_type" : null;
    }

    boolean isHost() {
        return HOSTS.contains(tensor.deviceType);
    }

    private @Nullable String type() {
        boolean padded = tensor.versioned && (tensor.flags & PADDED) != 0;
        if (packed) {
            String widths = packedWidths();
            if (padded) {
                return "flags";
            }
            if (!widths.contains(" " + tensor.bits + " ")) {
                return widths.isEmpty() ? "dl_tensor.dtype.code" : "dl_tensor.dtype.bits";
            }
            return tensor.lanes == 0 ? "dl_tensor.dtype.lanes" : null;
        }
        if (tensor.lanes == 0) {
            return "dl_tensor.dtype.lanes";
        }
        String widths = switch (tensor.code) {
            case 0, 1 -> " 8 16 32 64 ";
            case 2 -> " 16 32 64 ";
            case 4 -> " 16 ";
            case 5 -> " 64 128 ";
            case BOOL, 7, 8, 9, 10, 11, 12, 13, 14 -> " 8 ";
            case FLOAT6, 16 -> padded ? " 6 " : " none ";
            case FLOAT4 -> padded ? " 4 " : " none ";
            default -> "";
        };
        return widths.contains(" " + tensor.bits + " ") ? null
                : widths.isEmpty() ? "dl_tensor.dtype.code" : "dl_tensor.dtype.bits";
    }

    private String packedWidths() {
        return switch (tensor.code) {
            case 0, 1 -> " 1 2 4 ";
            case BOOL -> " 1 ";
            case FLOAT6, 16 -> " 6 ";
            case FLOAT4 -> " 4 ";
            default -> "";
        };
    }

    private @Nullable String shape() {
        if (tensor.ndim > 0 && tensor.shapePointer != null) {
            return "dl_tensor.shape"; // never one that may be followed
        }
        BigInteger bytes = BigInteger.valueOf(itemsize());
        for (int axis = 0; axis < tensor.ndim; axis++) {
            long dim = tensor.dim(axis);
            bytes = bytes.multiply(BigInteger.valueOf(Math.max(1, dim)));
            if (dim < 0 || bytes.compareTo(LIMIT) >= 0) {
                return "dl_tensor.shape[" + axis + "]";
            }
        }
        if (tensor.ndim > 0 && tensor.stridesPointer != null && tensor.stridesPointer != 0) {
            return "dl_tensor.strides"; // nor this
        }
        return isEmpty() ? null : strides();
    }

    private @Nullable String strides() {
        if (!tensor.hasStrides()) {
            return null;
        }
        BigInteger packedStride = BigInteger.ONE;
        for (int axis = tensor.ndim - 1; axis >= 0; axis--) {
            BigInteger stride = BigInteger.valueOf(tensor.stride(axis));
            boolean countable = stride.multiply(BigInteger.valueOf(itemsize())).bitLength() < 64;
            if (tensor.dim(axis) > 1 && !countable) {
                return "dl_tensor.strides[" + axis + "]";
            }
        }
        for (int axis = tensor.ndim - 1; packed && axis >= 0; axis--) {
            if (tensor.dim(axis) > 1 && !BigInteger.valueOf(tensor.stride(axis)).equals(packedStride)) {
                return "dl_tensor.strides[" + axis + "]";
            }
            packedStride = packedStride.multiply(BigInteger.valueOf(Math.max(1, tensor.dim(axis))));
        }
        return null;
    }

    boolean isEmpty() {
        for (int axis = 0; axis < tensor.ndim; axis++) {
            if (tensor.dim(axis) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the elements of a tensor lie whose {@link #form} is sound. */
    Range range() {
        BigInteger low = new BigInteger(Long.toUnsignedString(tensor.byteOffset));
        if (packed) {
            return new Range(low, low.add(packedBytes()));
        }
        BigInteger high = low.add(BigInteger.valueOf(itemsize()));
        BigInteger dense = BigInteger.ONE;
        for (int axis = tensor.ndim - 1; axis >= 0; axis--) {
            BigInteger dim = BigInteger.valueOf(tensor.dim(axis));
            BigInteger stride = tensor.hasStrides() ? BigInteger.valueOf(tensor.stride(axis)) : dense;
            dense = dense.multiply(dim);
            BigInteger reach = stride.multiply(BigInteger.valueOf(itemsize()))
                    .multiply(dim.subtract(BigInteger.ONE));
            low = low.add(reach.min(BigInteger.ZERO));
            high = high.add(reach.max(BigInteger.ZERO));
        }
        return new Range(low, high);
    }

    /** How many elements there are, of a tensor whose {@link #form} is sound. */
    BigInteger elements() {
        BigInteger elements = BigInteger.valueOf(tensor.lanes);
        for (int axis = 0; axis < tensor.ndim; axis++) {
            elements = elements.multiply(BigInteger.valueOf(tensor.dim(axis)));
        }
        return elements;
    }

    private BigInteger packedBytes() {
        return elements().multiply(BigInteger.valueOf(tensor.bits)).add(BigInteger.valueOf(7)).shiftRight(3);
    }

    /** The field an importer has to blame; null if there is none. */
    @Nullable
    String field() {
        String form = form();
        if (form != null || isEmpty()) {
            return form;
        }
        if (tensor.data <= 0) {
            return "dl_tensor.data";
        }
        BigInteger data = BigInteger.valueOf(tensor.data);
        BigInteger first = data.add(new BigInteger(Long.toUnsignedString(tensor.byteOffset)));
        if (packed) {
            return first.add(elements()).compareTo(TOP) >= 0 ? "dl_tensor.byte_offset" : null;
        }
        if (first.add(BigInteger.valueOf(lane())).compareTo(TOP) >= 0) {
            return "dl_tensor.byte_offset";
        }
        Range range = range();
        BigInteger least = HANDLES.contains(tensor.deviceType) ? data : BigInteger.ONE;
        return data.add(range.low).compareTo(least) < 0 || data.add(range.high).compareTo(TOP) >= 0
                ? "dl_tensor.strides["
                : null;
    }
}
