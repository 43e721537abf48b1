package io.arrayport.dlpack;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;

/**
 * What a foreign descriptor said, read once and checked: later changes of the foreign memory do not reach it.
 *
 * @param address of the lowest byte any element touches; may be 0 for an empty tensor
 * @param byteSize from there to the end of the highest element
 * @param layout relative to {@code address}, strides in bytes
 */
record Descriptor(DType dtype, long address, long byteSize, Layout layout, boolean readOnly) {}
