package io.arrayport.core;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;

/**
 * What the array API asks a namespace about itself: {@code np.arrayNamespaceInfo()}.
 *
 * @param defaultDevice where the namespace makes arrays
 */
public record ArrayNamespaceInfo(Device defaultDevice) {
    /** What the array API leaves open: whether masks select, whether shapes may depend on elements, how many axes. */
    public Map<String, Object> capabilities() {
        return Map.of("boolean indexing", true, "data-dependent shapes", true, "max dimensions", Shape.MAX_NDIM);
    }

    /** The element types that arrays have where none is asked for, by kind. */
    public Map<String, DType> defaultDtypes() {
        return Map.of("real floating", DType.FLOAT64, "complex floating", DType.COMPLEX128, "integral", DType.INT64,
                "indexing", DType.INT64);
    }

    /** Where this namespace makes arrays; {@link Np#on} gives one for another device. */
    public List<Device> devices() {
        return List.of(defaultDevice);
    }

    /** The array API's element types by name. */
    public Map<String, DType> dtypes() {
        return Stream.of(DType.BOOL, DType.INT8, DType.INT16, DType.INT32, DType.INT64, DType.UINT8, DType.UINT16,
                DType.UINT32, DType.UINT64, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64, DType.COMPLEX128)
                .collect(Collectors.toUnmodifiableMap(DType::name, Function.identity()));
    }
}
