/**
 * Libraries that write a style element of their own (the scroll lock of dialogs and menus) look for the page's nonce under
 * this name; without it the content-security policy refuses them. The browser hides the attribute, not the property.
 */
Object.assign(globalThis, {
  __webpack_nonce__: document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce,
});
