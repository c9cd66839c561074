/* For browsers that know no modules: old syntax on purpose. */
document.addEventListener("DOMContentLoaded", function () {
  var box = document.getElementById("boot-problem");
  var part = box.querySelector("[data-reason=browser]");
  box.removeAttribute("hidden");
  part.removeAttribute("hidden");
});
