package io.arrayport.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.MemoryInfo;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.EinsumPath;
import io.arrayport.core.ndarray.Histogram;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.NdEnumerate;
import io.arrayport.core.ndarray.NdIterator;
import io.arrayport.core.polynomial.Series;
import org.jspecify.annotations.Nullable;

/**
 * What methods return, as what Python would have: its integers are Long if they fit, its tuples lists, its
 * dictionaries maps, its None null.
 */
final class Results {
    private Results() {}

    static @Nullable Object python(@Nullable Object result) {
        return switch (result) {
            case null -> null;
            case Integer number -> number.longValue();
            case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
            case DatetimeData(String unit, int count) -> List.of(unit, (long) count);
            case ArrayPair pair -> list(List.of(pair.first(), pair.second()));
            case EinsumPath(List<List<Integer>> steps, String text) -> List.of(path(steps), text);
            case Histogram(NdArray counts, List<NdArray> edges) -> list(List.of(counts, edges));
            case NdArray array -> array; // though one can go through it
            case NpzFile archive -> all(archive);
            case Series series -> list(List.of(series.coef(), series.domain(), series.window()));
            case Shape shape -> python(shape.toArray());
            case long[] numbers -> Arrays.stream(numbers).boxed().toList();
            case int[] numbers -> Arrays.stream(numbers).mapToObj(number -> (Object) (long) number).toList();
            case NdIterator elements -> drained(elements);
            case List<?> loops when !loops.isEmpty() && loops.getFirst() instanceof NdIterator outermost -> {
                try (outermost) {
                    yield nested(loops, 0);
                }
            }
            case Object[] items -> list(Arrays.asList(items));
            case NdEnumerate.Entry(List<Long> index, Object value) -> list(List.of(index, value));
            case Iterable<?> items -> list(items);
            case FloatErrors(var divide, var over, var under, var invalid) -> python(
                    Map.of("divide", divide, "over", over, "under", under, "invalid", invalid));
            case MemoryInfo info -> memory(info);
            case Map<?, ?> entries -> map(entries);
            case Device device -> device.toString();
            case Enum<?> constant -> constant.toString();
            case Index.NewAxis _ -> null;
            case Index.At(long position) -> position;
            default -> result;
        };
    }

    private static List<@Nullable Object> list(Iterable<?> items) {
        List<@Nullable Object> converted = new ArrayList<>();
        items.forEach(item -> converted.add(python(item)));
        return converted;
    }

    private static List<@Nullable Object> drained(NdIterator elements) {
        try (elements) {
            return list(elements);
        }
    }

    /** What loops within loops go through: the elements of the innermost, behind each element of those around. */
    private static List<@Nullable Object> nested(List<?> loops, int level) {
        NdIterator loop = (NdIterator) loops.get(level);
        List<@Nullable Object> all = new ArrayList<>();
        for (Object element : loop) {
            all.add(element);
            if (level + 1 < loops.size()) {
                all.add(nested(loops, level + 1));
            }
        }
        return all;
    }

    private static Map<Object, @Nullable Object> all(NpzFile archive) {
        try (archive) {
            return map(archive.toMap());
        }
    }

    private static Map<Object, @Nullable Object> map(Map<?, ?> entries) {
        Map<Object, @Nullable Object> converted = new HashMap<>();
        entries.forEach((key, value) -> converted.put(key, python(value)));
        return converted;
    }

    private static @Nullable Object memory(MemoryInfo info) {
        Map<String, Object> imports = new HashMap<>();
        info.imports().forEach((origin, part) -> imports.put(origin, part(part)));
        return python(Map.of("made", part(info.made()), "pooled", info.pooled(), "peak", info.peak(), "budget",
                info.budget(), "imports", imports, "exports", part(info.exports())));
    }

    private static Map<String, Long> part(MemoryInfo.Part part) {
        return Map.of("count", part.count(), "bytes", part.bytes());
    }

    /** A path begins with what it is. */
    private static List<@Nullable Object> path(List<List<Integer>> steps) {
        List<@Nullable Object> path = list(steps);
        path.addFirst("einsum_path");
        return path;
    }
}
