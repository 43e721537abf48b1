package io.arrayport.core.ndarray;

/** Options of {@code np.diagonal}. */
public sealed interface DiagonalOption extends Option
        permits DiagonalOption.Offset, DiagonalOption.Axis1, DiagonalOption.Axis2 {
    /**
     * How far away the first element is.
     *
     * @param distance of diagonals from the main one, the second axis being ahead; of buffers and files in bytes
     */
    record Offset(long distance)
            implements DiagonalOption, TraceOption, FrombufferOption, MemmapOption, FromfileOption,
            MatrixDiagonalOption, MatrixTraceOption, RecarrayOption, RecordBytesOption, RecordArrayOption {}

    /**
     * The first axis of the planes.
     *
     * @param axis 0 unless given; negative counts from the end
     */
    record Axis1(int axis) implements DiagonalOption, TraceOption {}

    /**
     * The second axis of the planes.
     *
     * @param axis 1 unless given; negative counts from the end
     */
    record Axis2(int axis) implements DiagonalOption, TraceOption {}
}
