package io.arrayport.dlpack;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Device;

/**
 * What a foreign descriptor said, read once and checked: later changes of the foreign memory do not reach it.
 *
 * @param address of the lowest byte any element touches, or a handle of the buffer that the elements lie in; may be 0
 *        for an empty tensor
 * @param byteSize from there to the end of the highest element
 * @param layout relative to {@code address}, strides in bytes
 */
record Descriptor(DType dtype, Device device, long address, long byteSize, Layout layout, boolean readOnly) {}
