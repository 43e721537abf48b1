package io.arrayport.torch;

import java.util.HashMap;
import java.util.Map;

import ai.djl.ndarray.types.DataType;
import io.arrayport.core.dtype.DType;
import org.jspecify.annotations.Nullable;

/**
 * Our element types, libtorch's ({@code c10::ScalarType}) and DJL's. DJL has no name that its PyTorch engine
 * understands for eleven of them: an NDArray of one says {@link DataType#UNKNOWN}, computes in models, and aborts the
 * JVM in the DJL methods that {@link UnnamedNDArray} guards. DJL's {@code INT16}, {@code UINT16} and so on exist, but
 * its engine aborts on them.
 */
enum TorchDtype {
    UINT8(DType.UINT8, 0, DataType.UINT8), //
    INT8(DType.INT8, 1, DataType.INT8), //
    INT16(DType.INT16, 2, DataType.UNKNOWN), //
    INT32(DType.INT32, 3, DataType.INT32), //
    INT64(DType.INT64, 4, DataType.INT64), //
    FLOAT16(DType.FLOAT16, 5, DataType.FLOAT16), //
    FLOAT32(DType.FLOAT32, 6, DataType.FLOAT32), //
    FLOAT64(DType.FLOAT64, 7, DataType.FLOAT64), //
    COMPLEX64(DType.COMPLEX64, 9, DataType.COMPLEX64), //
    COMPLEX128(DType.COMPLEX128, 10, DataType.UNKNOWN), //
    BOOL(DType.BOOL, 11, DataType.BOOLEAN), //
    BFLOAT16(DType.BFLOAT16, 15, DataType.UNKNOWN), //
    UINT16(DType.UINT16, 27, DataType.UNKNOWN), //
    UINT32(DType.UINT32, 28, DataType.UNKNOWN), //
    UINT64(DType.UINT64, 29, DataType.UNKNOWN), //
    FLOAT8_E5M2(DType.FLOAT8_E5M2, 23, DataType.UNKNOWN), //
    FLOAT8_E4M3FN(DType.FLOAT8_E4M3FN, 24, DataType.UNKNOWN), //
    FLOAT8_E5M2FNUZ(DType.FLOAT8_E5M2FNUZ, 25, DataType.UNKNOWN), //
    FLOAT8_E4M3FNUZ(DType.FLOAT8_E4M3FNUZ, 26, DataType.UNKNOWN), //
    FLOAT8_E8M0FNU(DType.FLOAT8_E8M0FNU, 44, DataType.UNKNOWN);

    private static final TorchDtype[] ROWS = values();
    private static final Map<DType, TorchDtype> BY_DTYPE = new HashMap<>();

    /** What libtorch can hold and we cannot, by scalar type, for messages. */
    private static final int COMPLEX32 = 8;
    private static final Map<Integer, String> QUANTISED = Map.of(12, "qint8", 13, "quint8", 14, "qint32", 16,
            "quint4x2", 17, "quint2x4");

    static {
        for (TorchDtype row : ROWS) {
            BY_DTYPE.put(row.dtype, row);
        }
    }

    final DType dtype;
    final int scalarType;
    final DataType djl;

    TorchDtype(DType dtype, int scalarType, DataType djl) {
        this.dtype = dtype;
        this.scalarType = scalarType;
        this.djl = djl;
    }

    /** Whether DJL can name it. */
    boolean isNamed() {
        return djl != DataType.UNKNOWN;
    }

    /** libtorch's C function that returns its scalar type; null for one that it has no such function for. */
    @Nullable
    String symbol() {
        return this == FLOAT8_E8M0FNU ? null : "aoti_torch_dtype_" + dtype.name();
    }

    /** Whether {@code at::fromDLPack} throws at it, so that it goes as bytes, of which a view is made. */
    boolean goesAsBytes() {
        return DType.NARROW.contains(dtype);
    }

    /** The row of a dtype in native byte order; null for any other. */
    static @Nullable TorchDtype of(DType dtype) {
        return BY_DTYPE.get(dtype);
    }

    /** The row of one of libtorch's scalar types; null where we have no such element type. */
    static @Nullable TorchDtype of(int scalarType) {
        for (TorchDtype row : ROWS) {
            if (row.scalarType == scalarType) {
                return row;
            }
        }
        return null;
    }

    /** A name for any scalar type, for messages. */
    static String describe(int scalarType) {
        TorchDtype row = of(scalarType);
        if (row != null) {
            return row.dtype.name();
        }
        return QUANTISED.containsKey(scalarType) ? QUANTISED.get(scalarType) + " (quantised)"
                : scalarType == COMPLEX32 ? "complex32" : "scalar type " + scalarType;
    }

    /** What makes an element type of ours of one that we have not. */
    static String remedy(int scalarType) {
        if (QUANTISED.containsKey(scalarType)) {
            return "have the model return dequantize()";
        }
        return scalarType == COMPLEX32 ? "call toType(DataType.COMPLEX64, true)"
                : "have the model return to(torch.float32)";
    }
}
