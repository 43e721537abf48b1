package io.arrayport.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter for which {@link Np#call} makes no array of numbers or lists, because NumPy does not. Of an option's
 * parameters the first one speaks for all, and a tuple has an array for each.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface ArrayOnly {}
