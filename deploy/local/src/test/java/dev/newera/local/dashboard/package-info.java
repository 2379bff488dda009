/**
 * The dashboard, looked at by a real browser that stands before the packaged services. Here is what a person sees and
 * does; what the API answers is tested where the API is.
 */
package dev.newera.local.dashboard;
