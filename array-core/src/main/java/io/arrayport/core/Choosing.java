package io.arrayport.core;

import java.util.List;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.numeric.Choices;

/** Elements that are chosen by conditions. */
public sealed interface Choosing permits Np {
    /** {@link #select(List, List, Number)}, 0 where no condition holds. */
    default NdArray select(List<NdArray> condlist, List<?> choicelist) {
        return Choices.select(condlist, choicelist, 0L);
    }

    /**
     * For each element that of the first choice whose condition holds, all broadcast.
     *
     * @param condlist bools
     * @param choicelist as many arrays and weak Numbers
     * @param default_ what stands where none holds
     * @return new, of the type that all choices promote to
     * @throws io.arrayport.core.error.DTypeException if a condition is not of bools, or the choices have no type in
     *         common
     * @throws io.arrayport.core.error.ShapeException if there are not as many choices as conditions, or none
     */
    default NdArray select(List<NdArray> condlist, List<?> choicelist, Number default_) {
        return Choices.select(condlist, choicelist, default_);
    }

    /** As {@link #select(List, List, Number)}, with elements of an array where no condition holds. */
    default NdArray select(List<NdArray> condlist, List<?> choicelist, NdArray default_) {
        return Choices.select(condlist, choicelist, default_);
    }

    /**
     * In the type and shape of {@code x}, what stands for each condition where that holds, of the last one that does; 0
     * where none does.
     *
     * @param funclist for each condition one, and one more for everything else: a Number, an array without axes, or a
     *         UnaryOperator of arrays, which is given the elements of {@code x} that it is for, along one axis
     */
    default NdArray piecewise(NdArray x, List<NdArray> condlist, List<?> funclist) {
        return Choices.piecewise(x, condlist, funclist);
    }
}
