package io.arrayport.conformance.bench.table;

import java.util.List;

import io.arrayport.core.dtype.DType;

/** {@code astype}; a row's element type is the one that is cast. */
final class CastCases {
    private CastCases() {}

    static void add(List<BenchCase> cases) {
        Family family = new Family("cast", cases);
        family.row("to float32", "a.astype(np.float32)").on(Input.A).types("float64", "int32", "uint8", "float16")
                .quick().cold().fresh(a -> a.astype(DType.FLOAT32));
        to(family, DType.FLOAT64, "float32", "int64", "int32");
        to(family, DType.INT32, "float64", "float32", "int64", "int16");
        to(family, DType.INT64, "float64", "int32", "bool");
        to(family, DType.FLOAT16, "float64", "float32");
        to(family, DType.UINT8, "float32", "int32");
        to(family, DType.BOOL, "float64", "int32");
        to(family, DType.COMPLEX128, "float64");
    }

    private static void to(Family family, DType type, String... from) {
        String name = type.name().equals("bool") ? "bool_" : type.name();
        family.row("to " + type.name(), "a.astype(np." + name + ")").on(Input.A).types(from)
                .fresh(a -> a.astype(type));
    }
}
