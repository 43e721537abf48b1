package io.arrayport.arrow.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.DTypeException;

/**
 * One column, as its schema describes it.
 *
 * @param name the column's name; Arrow allows an empty one, and several alike
 * @param type Arrow's type
 * @param nullable whether the schema allows nulls; what a column really has is checked when it is asked for
 * @param metadata the field's own key-value pairs, in order; {@link #EXTENSION} among them names an extension type,
 *     whose storage is {@code type}
 * @param children of lists, structs, unions and run ends
 */
public record ArrowField(String name, ArrowType type, boolean nullable, Map<String, String> metadata,
        List<ArrowField> children) {
    /** The metadata key under which the name of an extension type stands. */
    public static final String EXTENSION = "ARROW:extension:name";
    /** The metadata key of an extension type's parameters. */
    public static final String EXTENSION_METADATA = "ARROW:extension:metadata";
    /** The extension of bools that have a byte each, as an array's have. */
    public static final String BOOL8 = "arrow.bool8";

    /** Copies the collections. */
    public ArrowField {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        children = List.copyOf(children);
    }

    /** A field without children. */
    public ArrowField(String name, ArrowType type, boolean nullable, Map<String, String> metadata) {
        this(name, type, nullable, metadata, List.of());
    }

    /** A nullable field without metadata. */
    public static ArrowField of(String name, ArrowType type, ArrowField... children) {
        return new ArrowField(name, type, true, Map.of(), List.of(children));
    }

    /**
     * The field of a column that shares the memory of arrays of {@code dtype}: nullable (as Arrow's writers say by
     * default, though arrays have no nulls). Numbers are numbers, bools are {@code arrow.bool8}, datetime64 of s, ms,
     * us or ns is a timestamp without a zone, timedelta64 of these a duration, void of so many bytes is fixed-size
     * binary, strings of any length are views.
     *
     * @throws DTypeException where Arrow has no such values: bfloat16, complex, other units, foreign byte order
     */
    public static ArrowField of(String name, DType dtype) {
        if (dtype.equals(DType.BOOL)) {
            return new ArrowField(name, new ArrowType.Numeric(ArrowNumber.INT8), true,
                    Map.of(EXTENSION, BOOL8, EXTENSION_METADATA, ""));
        }
        return of(name, typeOf(dtype).orElseThrow(() -> new DTypeException(
                "ArrowField.of: column \"%s\": %s: %s".formatted(name, whyNot(dtype), remedy(dtype)))));
    }

    private static Optional<ArrowType> typeOf(DType dtype) {
        if (dtype instanceof TimeType time) {
            boolean sayable = time.isNative() && time.multiple() == 1 && isUnit(time.unit());
            return !sayable ? Optional.empty()
                    : Optional.of(time.span() ? new ArrowType.Duration(time.unit())
                            : new ArrowType.Timestamp(time.unit(), Optional.empty()));
        }
        if (dtype instanceof VoidType bytes && bytes.itemsize() > 0) {
            return Optional.of(new ArrowType.FixedBinary(bytes.itemsize()));
        }
        if (dtype instanceof StringType) {
            return Optional.of(new ArrowType.View(true));
        }
        return ArrowNumber.of(dtype).map(ArrowType.Numeric::new);
    }

    /** Whether arrays of {@code dtype}, in native order, share memory with some Arrow type. */
    public static boolean canSay(DType dtype) {
        return dtype.equals(DType.BOOL) || typeOf(dtype).isPresent();
    }

    /** Why {@link #of(String, DType)} refuses {@code dtype}. */
    public static String whyNot(DType dtype) {
        return "expected an int, uint, float, bool or time of s, ms, us or ns in native order, found " + dtype.name()
                + (dtype.isNative() ? "" : " in foreign byte order");
    }

    /** What to do with arrays of a type that {@link #of(String, DType)} refuses. */
    public static String remedy(DType dtype) {
        return switch (dtype) {
            case TimeType time -> "convert the arrays to one of s, ms, us or ns with astype(...)";
            case BytesType bytes -> "view them as void, view(DType.of(\"V" + bytes.itemsize()
                    + "\")), which is fixed-size binary";
            case StructType fields -> "StructColumn.of(name, array, CopyPolicy.IF_NEEDED) copies the fields apart, as "
                    + "Arrow keeps them";
            case UnicodeType text -> "convert them with astype(DType.STRING), whose elements are utf8_view";
            default -> "convert the arrays with astype(...) to an int, uint or float";
        };
    }

    private static boolean isUnit(TimeUnit unit) {
        return unit.compareTo(TimeUnit.SECOND) >= 0 && unit.compareTo(TimeUnit.NANOSECOND) <= 0;
    }

    /** The element type of an array over the column as it lies; empty where no array has such elements. */
    public Optional<DType> dtype() {
        return isBool8() ? Optional.of(DType.BOOL) : TypeLayout.dtype(type);
    }

    /** The name of the extension type whose storage this is. */
    public Optional<String> extension() {
        return Optional.ofNullable(metadata.get(EXTENSION));
    }

    /** Whether these are bools of a byte each. */
    public boolean isBool8() {
        return type.equals(new ArrowType.Numeric(ArrowNumber.INT8)) && BOOL8.equals(metadata.get(EXTENSION));
    }

    /** The same field under another name. */
    public ArrowField named(String newName) {
        return new ArrowField(newName, type, nullable, metadata, children);
    }

    /** The type with those of the children, for messages: {@code struct<int64, utf8>}. */
    public String typeText() {
        String own = isBool8() ? BOOL8 : type.toString();
        return children.isEmpty() ? own
                : own + children.stream().map(ArrowField::typeText).collect(Collectors.joining(", ", "<", ">"));
    }

    /** Whether the values of both are alike, whatever they are called: types and children, not the names of either. */
    public boolean holdsAs(ArrowField other) {
        boolean alike = type instanceof ArrowType.Dictionary coded && other.type instanceof ArrowType.Dictionary with
                ? coded.index() == with.index() && coded.values().holdsAs(with.values())
                : type.equals(other.type);
        if (!alike || isBool8() != other.isBool8() || children.size() != other.children.size()) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            if (!children.get(i).holdsAs(other.children.get(i))) {
                return false;
            }
        }
        return true;
    }
}
