package io.arrayport.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a function that returns a list: a list of one is in NumPy that one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OneOrMany {}
