package io.arrayport.core.loop;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.kernel.ArgKernel;
import io.arrayport.core.kernel.CountKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.OrderSearch;
import io.arrayport.core.kernel.SearchKernel;
import io.arrayport.core.kernel.SortKernel;
import io.arrayport.core.kernel.TextKernels;
import io.arrayport.core.kernel.TextSort;

/** What sorts and finds elements of a type in native order: kernels of lanes, or those of strings. */
final class Ordered {
    private Ordered() {}

    static SortKernel sort(String operation, DType type) {
        return type instanceof StringType strings ? new TextSort(new StringOrder(strings), StringType.SIZE)
                : type instanceof TextType text ? new TextSort(text.unit(), text.length())
                        : type.kind() == 'V' ? new TextSort(new RecordOrder(type), type.itemsize())
                                : Kernels.sort(Lanes.of(operation, type));
    }

    /** @param values the type of what is looked for, the same but for where bytes of strings lie */
    static SearchKernel search(String operation, DType type, DType values) {
        return type instanceof StringType strings
                ? new OrderSearch(new StringOrder(strings, (StringType) values))
                : type instanceof TextType text ? TextKernels.search(text.unit(), text.length())
                        : type.kind() == 'V' ? new OrderSearch(new RecordOrder(type))
                                : Kernels.search(Lanes.of(operation, type));
    }

    static ArgKernel arg(Op op, String operation, DType type) {
        return type instanceof StringType strings ? StringKernels.arg(op, strings)
                : type instanceof TextType text ? TextKernels.arg(op, text.unit(), text.length())
                        : Kernels.arg(op, Lanes.of(operation, type));
    }

    /** What counts elements that are not zero, or not empty. */
    static CountKernel count(String operation, DType type) {
        return type instanceof StringType strings ? StringKernels.count(strings)
                : type instanceof TextType text ? TextKernels.count(text.unit(), text.length())
                        : type.kind() == 'V' ? new RecordOrder(type).count()
                                : Kernels.count(Lanes.of(operation, type));
    }
}
