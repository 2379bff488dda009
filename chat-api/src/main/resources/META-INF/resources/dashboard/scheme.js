// Light, dark, or as the machine says. Runs before the first paint, so that nobody's room is lit up by a white flash.
(() => {
  const chosen = localStorage.getItem('scheme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.scheme = chosen;
})();
