package io.arrayport.core;

import java.time.ZoneId;

import io.arrayport.core.ndarray.CharAsarrayOption;
import io.arrayport.core.ndarray.CodingOption;
import io.arrayport.core.ndarray.DatetimeAsStringOption.Timezone;
import io.arrayport.core.ndarray.DatetimeAsStringOption.Unit;
import io.arrayport.core.ndarray.FillOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.SubstringOption;

/** Keyword arguments about strings; import them with all others from {@link Options}. */
public abstract sealed class TextOptions extends FourierOptions permits RecordOptions {
    TextOptions() {}

    /** Look for strings from this place on. */
    public static SubstringOption.Start start(long place) {
        return new SubstringOption.Start(place);
    }

    /** Look for strings from these places on. */
    public static SubstringOption.Start start(NdArray places) {
        return new SubstringOption.Start(places);
    }

    /** Look for strings up to this place. */
    public static SubstringOption.End end(long place) {
        return new SubstringOption.End(place);
    }

    /** Look for strings up to these places. */
    public static SubstringOption.End end(NdArray places) {
        return new SubstringOption.End(places);
    }

    /** Fill strings up with this character. */
    public static FillOption.Fillchar fillchar(String character) {
        return new FillOption.Fillchar(character);
    }

    /** Fill strings up with these characters. */
    public static FillOption.Fillchar fillchar(NdArray characters) {
        return new FillOption.Fillchar(characters);
    }

    /** By this encoding: Java's name, or Python's. */
    public static CodingOption.Encoding encoding(String name) {
        return new CodingOption.Encoding(name);
    }

    /** What cannot be converted: {@code "strict"} refuses, {@code "ignore"} leaves out, {@code "replace"} marks it. */
    public static CodingOption.Errors errors(String handling) {
        return new CodingOption.Errors(handling);
    }

    /** Strings of so many characters. */
    public static CharAsarrayOption.Itemsize itemsize(int characters) {
        return new CharAsarrayOption.Itemsize(characters);
    }

    /** Strings of unicode, or of bytes. */
    public static CharAsarrayOption.Unicode unicode(boolean wide) {
        return new CharAsarrayOption.Unicode(wide);
    }

    /** Write times as far as this unit, or {@code "auto"}: as far as each needs. */
    public static Unit unit(String symbol) {
        return new Unit(symbol);
    }

    /** Write times of day {@code "naive"}, with a Z for {@code "UTC"}, or with the distance of {@code "local"} time. */
    public static Timezone timezone(String name) {
        return switch (name) {
            case "naive" -> new Timezone(null, false);
            case "UTC" -> new Timezone(null, true);
            case "local" -> new Timezone(ZoneId.systemDefault(), false);
            default ->
                throw new IllegalArgumentException("timezone: '" + name + "' is none of naive, UTC, local; give a "
                        + "java.time.ZoneId for another zone");
        };
    }

    /** Write times as they are in this zone, with its distance from UTC. */
    public static Timezone timezone(ZoneId zone) {
        return new Timezone(zone, false);
    }
}
