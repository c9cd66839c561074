#!/usr/bin/env bash
# Draws the PNG icons from src/pwa/icons/icon.svg with headless Chromium; run by hand when the drawing changes.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
icons=src/pwa/icons
# Maskable: no rounded corners, the drawing inside the safe zone.
sed 's/ rx="112"//; s/translate(-54 -52) scale(1.21)/translate(0 0)/' $icons/icon.svg >"$work/maskable.svg"
cp $icons/icon.svg "$work/icon.svg"
draw() { # drawing, side, output
  printf '<!doctype html><style>html,body{margin:0;background:transparent}img{display:block;width:%spx;height:%spx}</style><img src="%s.svg">' "$2" "$2" "$1" >"$work/page.html"
  # A small window is widened by the browser: draw on a large one and cut.
  chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --default-background-color=00000000 --force-device-scale-factor=1 \
    --user-data-dir="$work/profile" --window-size=800,800 --screenshot="$work/shot.png" "file://$work/page.html" 2>/dev/null
  convert "$work/shot.png" -crop "$2x$2+0+0" +repage -strip -define png:compression-level=9 -colors 128 "$icons/$3"
}
draw icon 192 icon-192.png
draw icon 512 icon-512.png
draw maskable 512 icon-maskable-512.png
draw maskable 180 icon-180.png
ls -l $icons
