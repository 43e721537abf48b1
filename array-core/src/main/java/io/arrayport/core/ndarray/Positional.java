package io.arrayport.core.ndarray;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many of a family's options NumPy also takes by position: the first ones; without this, all. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Positional {
    /** The number of options. */
    int value();
}
