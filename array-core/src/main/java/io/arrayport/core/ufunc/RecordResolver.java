package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import org.jspecify.annotations.Nullable;

/** Finds the loop of a ufunc of which an input is a record, or bytes without a meaning: whether two are equal. */
final class RecordResolver {
    private RecordResolver() {}

    /** Returns whether one of the types is of kind V. */
    static boolean concerns(List<DType> types) {
        for (DType type : types) {
            if (type.kind() == 'V') {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the loop for inputs of these types, in native order; null if there is none.
     *
     * @throws io.arrayport.core.error.DTypeException if two types have no common one
     */
    static @Nullable Signature search(UFunc ufunc, List<DType> types) {
        if (ufunc.op() != Op.EQUAL && ufunc.op() != Op.NOT_EQUAL) {
            return null;
        }
        DType common = Promotion.promoteTypes(types.get(0), types.get(1));
        return new Signature(List.of(common, common), List.of(DType.BOOL));
    }
}
