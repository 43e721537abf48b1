package io.arrayport.core.ndarray;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ufunc.Ufuncs;

/** New arrays with the same elements, writeable, in their own storage. */
public sealed interface ArrayCopies permits NdArray {
    /** The same elements and element type, in C order unless told. */
    default NdArray copy(LayoutOption... options) {
        NdArray array = (NdArray) this;
        return Assignment.converted(array, array.dtype(), Reshaping.order("copy", Order.C, options));
    }

    /** A C-contiguous copy in native byte order; {@link #copy} where it is native already. */
    default NdArray copyNative() {
        NdArray array = (NdArray) this;
        return Assignment.converted(array, array.dtype().withOrder(ByteOrder.nativeOrder()), Order.C);
    }

    /**
     * The same elements on another device: a copy there, its axes in this array's order in memory, reported as JFR
     * event {@code io.arrayport.Transfer}; this array itself where it lies there already. NumPy's {@code to_device}.
     *
     * @throws io.arrayport.core.error.DeviceException if nothing serves that device
     * @throws io.arrayport.core.error.MemoryBudgetException if there is no room on it
     * @throws io.arrayport.core.error.DTypeException for strings of any length, whose bytes lie beside elements
     */
    default NdArray toDevice(Device device) {
        return Transfers.to((NdArray) this, device);
    }

    /** A copy of all elements along one axis, read in C order unless told. */
    default NdArray flatten(LayoutOption... options) {
        return Reshaping.flattened((NdArray) this, Reshaping.order("flatten", Order.C, options));
    }

    /**
     * Each element so many times, one after the other, along an axis; without one, all elements in one row. New, in C
     * order.
     *
     * @throws IllegalArgumentException if {@code repeats} is negative
     */
    default NdArray repeat(long repeats, AlongOption... options) {
        return Repeats.each((NdArray) this, repeats, options);
    }

    /**
     * As {@link #repeat(long, AlongOption...)}, each element as often as {@code repeats} says at its place.
     *
     * @param repeats integers, 1-d, as many as there are elements along the axis, or one for all
     * @throws io.arrayport.core.error.ShapeException if there are not as many
     */
    default NdArray repeat(NdArray repeats, AlongOption... options) {
        return Repeats.each((NdArray) this, repeats, options);
    }

    /**
     * This array with another shape: as many of its elements as there is room for, in the order of memory, then zeros.
     * This array and all its views are closed, as their shape cannot change; the result goes on in its place:
     * {@code a = a.resize(3, 4)}. {@code np.resize} leaves it as it is.
     *
     * @throws io.arrayport.core.error.ShapeException if this array is not the whole of its storage, or a length is
     *         negative
     * @throws io.arrayport.core.error.ReadOnlyException if it may not be written to
     * @throws io.arrayport.core.error.ZeroCopyException if neighbours hold its bytes
     */
    default NdArray resize(long... newShape) {
        return Resizing.resize((NdArray) this, Shape.of(newShape));
    }

    /**
     * The elements converted to another type: a new array, also where the type is this one's already, unless
     * {@code copy(false)} is given. Its axes lie in the order of this one's (K), unless another is given. By default
     * everything is allowed ({@code casting(Casting.UNSAFE)}):
     *
     * <ul>
     * <li>integers wrap, two's complement; bool is 0 or 1;
     * <li>floating numbers become integers by dropping their fraction. What the integer type cannot hold, NaN
     * included, gives an unspecified number, as in NumPy;
     * <li>to floating types, rounding is to nearest, ties to even, and happens once; too large becomes infinite. NaN
     * stays NaN, with whatever payload;
     * <li>to bool, all but zero is true, NaN included;
     * <li>complex to real drops the imaginary part, without a warning; to bool it counts;
     * <li>to strings, numbers and times become what {@code str} writes, cut off where elements end; from strings they
     * are read as Python reads them. To bool, all but the empty string is true.
     * </ul>
     *
     * @param dtype any, in either byte order; strings without a width get one that is wide enough; datetime64
     *        without a unit becomes the finest that strings are written in
     * @throws io.arrayport.core.error.CastingException if {@code casting} does not allow it, or a string is a number
     *         that the type cannot hold
     * @throws IllegalArgumentException if a string is no number, or has characters that bytes cannot hold
     * @throws io.arrayport.core.error.ClosedException if this array is closed
     * @throws io.arrayport.core.error.DeviceException if its bytes are not in main memory
     * @throws io.arrayport.core.error.ShapeException if the result has more bytes than a long counts
     * @throws io.arrayport.core.error.MemoryBudgetException if there is no room for it
     */
    default NdArray astype(DType dtype, AstypeOption... options) {
        Option.requireDistinct("astype", options);
        NdArray array = (NdArray) this;
        Order order = Order.K;
        Casting casting = Casting.UNSAFE;
        boolean copy = true;
        for (AstypeOption option : options) {
            switch (option) {
                case OrderOption(Order given) -> order = given;
                case CastingOption(Casting rule) -> casting = rule;
                case CopyOption(Boolean given) -> copy = given != null && given;
            }
        }
        DType type = WrittenUnit.of(Promotion.sized(dtype, array.dtype()), array);
        Promotion.requireCast("astype", array.dtype(), type, casting);
        return !copy && type.equals(array.dtype()) && Orders.holds(order, array.layout(), array.itemsize()) ? array
                : Assignment.converted(array, type, order);
    }

    /** A copy whose elements have their bytes in reverse order, their type unchanged: mostly other numbers. */
    default NdArray byteswap() {
        return byteswap(false);
    }

    /**
     * As {@link #byteswap()}, or the elements of this array.
     *
     * @param inplace whether they are changed, and this array is the result
     * @throws io.arrayport.core.error.ReadOnlyException if this array may not be written to
     */
    default NdArray byteswap(boolean inplace) {
        NdArray array = (NdArray) this;
        DType type = array.dtype();
        DType swapped = type.withOrder(
                type.order() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (inplace) {
            Assignment.assign("byteswap", array.view(swapped), array);
            return array;
        }
        return Assignment.converted(array, swapped, Order.K).view(type);
    }

    /** The complex numbers conjugated, new; of other types this array itself, as in NumPy. */
    default NdArray conj() {
        NdArray array = (NdArray) this;
        return array.dtype().kind() == 'c' ? Arithmetic.wrap(Ufuncs.CONJUGATE.call(array.operand())) : array;
    }

    /** {@link #conj} by its longer name. */
    default NdArray conjugate() {
        return conj();
    }
}
