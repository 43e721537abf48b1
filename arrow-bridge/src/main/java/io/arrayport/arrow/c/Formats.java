package io.arrayport.arrow.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.arrayport.arrow.column.Lines;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.ArrowType.Interval;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import org.jspecify.annotations.Nullable;

/** The format strings of the C data interface, read to the letter. */
final class Formats {
    private static final String NUMBERS = "cCsSiIlLefg";
    private static final List<ArrowNumber> IN_ORDER = List.of(ArrowNumber.INT8, ArrowNumber.UINT8, ArrowNumber.INT16,
            ArrowNumber.UINT16, ArrowNumber.INT32, ArrowNumber.UINT32, ArrowNumber.INT64, ArrowNumber.UINT64,
            ArrowNumber.FLOAT16, ArrowNumber.FLOAT32, ArrowNumber.FLOAT64);
    private static final String UNITS = "smun";
    private static final int MAX_UNION = 128;

    private Formats() {}

    /**
     * The type that {@code format} says, but for dictionaries, which the struct says.
     *
     * @param where the field, for errors
     * @param sorted the flag of maps
     * @throws ForeignDescriptorException where it says none
     */
    static ArrowType parse(Supplier<String> where, String format, boolean sorted) {
        try {
            ArrowType plain = plain(format);
            return plain != null ? plain : format.startsWith("t") ? time(format) : parameters(format, sorted);
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new ForeignDescriptorException(
                    Lines.one(where.get() + ": format: \"" + format + "\" is none that the C data interface defines"),
                    wrong);
        }
    }

    private static @Nullable ArrowType plain(String format) {
        if (format.length() == 1 && NUMBERS.contains(format)) {
            return new ArrowType.Numeric(IN_ORDER.get(NUMBERS.indexOf(format)));
        }
        return switch (format) {
            case "n" -> new ArrowType.Null();
            case "b" -> new ArrowType.Bool();
            case "z" -> new ArrowType.Variable(false, false);
            case "Z" -> new ArrowType.Variable(false, true);
            case "u" -> new ArrowType.Variable(true, false);
            case "U" -> new ArrowType.Variable(true, true);
            case "vz" -> new ArrowType.View(false);
            case "vu" -> new ArrowType.View(true);
            case "+l" -> new ArrowType.Lists(false);
            case "+L" -> new ArrowType.Lists(true);
            case "+vl" -> new ArrowType.ListViews(false);
            case "+vL" -> new ArrowType.ListViews(true);
            case "+s" -> new ArrowType.Struct();
            case "+r" -> new ArrowType.RunEnds();
            default -> null;
        };
    }

    private static ArrowType time(String format) {
        return switch (format.substring(0, 2)) {
            case "td" -> new ArrowType.Date(switch (only(format, 2)) {
                case 'D' -> false;
                case 'm' -> true;
                default -> throw undefined();
            });
            case "tt" -> new ArrowType.Time(unit(only(format, 2)));
            case "tD" -> new ArrowType.Duration(unit(only(format, 2)));
            case "ti" -> switch (only(format, 2)) {
                case 'M' -> Interval.MONTH;
                case 'D' -> Interval.DAY_TIME;
                case 'n' -> Interval.MONTH_DAY_NANO;
                default -> throw undefined();
            };
            case "ts" -> {
                if (format.charAt(3) != ':') {
                    throw undefined();
                }
                String zone = format.substring(4);
                yield new ArrowType.Timestamp(unit(format.charAt(2)),
                        zone.isEmpty() ? Optional.empty() : Optional.of(zone));
            }
            default -> throw undefined();
        };
    }

    private static ArrowType parameters(String format, boolean sorted) {
        int colon = format.indexOf(':');
        String kind = colon < 0 ? format : format.substring(0, colon);
        List<Integer> numbers = colon < 0 ? List.of() : numbers(format.substring(colon + 1));
        return switch (kind) {
            case "+m" -> {
                if (colon >= 0) {
                    throw undefined();
                }
                yield new ArrowType.Maps(sorted);
            }
            case "w" -> new ArrowType.FixedBinary(size(numbers, Integer.MAX_VALUE / Byte.SIZE));
            case "+w" -> new ArrowType.FixedList(size(numbers, Integer.MAX_VALUE));
            case "d" -> decimal(numbers);
            case "+ud", "+us" -> {
                if (colon < 0 || numbers.size() > MAX_UNION
                        || numbers.stream().anyMatch(id -> id < 0 || id > Byte.MAX_VALUE)
                        || numbers.stream().distinct().count() != numbers.size()) {
                    throw undefined();
                }
                yield new ArrowType.Union(kind.equals("+ud"), numbers);
            }
            default -> throw undefined();
        };
    }

    private static int size(List<Integer> numbers, int largest) {
        if (numbers.size() != 1 || numbers.getFirst() < 0 || numbers.getFirst() > largest) {
            throw undefined();
        }
        return numbers.getFirst();
    }

    private static ArrowType decimal(List<Integer> numbers) {
        int bits = numbers.size() == 3 ? numbers.get(2) : 128;
        boolean known = bits == 32 || bits == 64 || bits == 128 || bits == 256;
        if (numbers.size() < 2 || numbers.size() > 3 || !known || numbers.getFirst() < 1) {
            throw undefined();
        }
        return new ArrowType.Decimal(bits, numbers.get(0), numbers.get(1));
    }

    /** Decimal numbers between commas; no blanks, no plus, none missing. */
    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        if (text.isEmpty()) {
            return numbers;
        }
        for (String part : text.split(",", -1)) {
            if (part.startsWith("+") || part.length() > 11 || !part.chars().allMatch(c -> c < 128)) {
                throw undefined();
            }
            numbers.add(Integer.parseInt(part));
        }
        return numbers;
    }

    private static char only(String format, int at) {
        if (format.length() != at + 1) {
            throw undefined();
        }
        return format.charAt(at);
    }

    private static TimeUnit unit(char letter) {
        int index = UNITS.indexOf(letter);
        if (index < 0) {
            throw undefined();
        }
        return TimeUnit.values()[TimeUnit.SECOND.ordinal() + index];
    }

    private static NumberFormatException undefined() {
        return new NumberFormatException("undefined");
    }

    /**
     * The format string of {@code type}; of a dictionary, that of its indices.
     *
     * @throws DTypeException where the interface has none
     */
    static String of(ArrowType type) {
        return switch (type) {
            case ArrowType.Null none -> "n";
            case ArrowType.Bool bool -> "b";
            case ArrowType.Numeric numeric -> number(numeric.number());
            case ArrowType.Dictionary coded -> number(coded.index());
            case ArrowType.Decimal decimal -> "d:" + decimal.precision() + "," + decimal.scale()
                    + (decimal.bits() == 128 ? "" : "," + decimal.bits());
            case ArrowType.Date date -> date.milliseconds() ? "tdm" : "tdD";
            case ArrowType.Time time -> "tt" + letter(time.unit());
            case ArrowType.Timestamp time -> "ts" + letter(time.unit()) + ":" + time.zone().orElse("");
            case ArrowType.Duration span -> "tD" + letter(span.unit());
            case Interval interval -> switch (interval) {
                case MONTH -> "tiM";
                case DAY_TIME -> "tiD";
                case MONTH_DAY_NANO -> "tin";
            };
            case ArrowType.Variable bytes when bytes.text() -> bytes.large() ? "U" : "u";
            case ArrowType.Variable bytes -> bytes.large() ? "Z" : "z";
            case ArrowType.View views -> views.text() ? "vu" : "vz";
            case ArrowType.FixedBinary bytes -> "w:" + bytes.width();
            case ArrowType.Lists lists -> lists.large() ? "+L" : "+l";
            case ArrowType.ListViews lists -> lists.large() ? "+vL" : "+vl";
            case ArrowType.FixedList list -> "+w:" + list.size();
            case ArrowType.Struct struct -> "+s";
            case ArrowType.Maps map -> "+m";
            case ArrowType.Union union -> (union.dense() ? "+ud:" : "+us:")
                    + String.join(",", union.ids().stream().map(String::valueOf).toList());
            case ArrowType.RunEnds runs -> "+r";
            case ArrowType.Other other ->
                throw new DTypeException("arrow export: the C data interface has no type " + other);
        };
    }

    private static String number(ArrowNumber number) {
        int index = IN_ORDER.indexOf(number);
        return NUMBERS.substring(index, index + 1);
    }

    private static char letter(TimeUnit unit) {
        return UNITS.charAt(unit.ordinal() - TimeUnit.SECOND.ordinal());
    }
}
