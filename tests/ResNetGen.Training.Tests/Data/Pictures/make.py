"""Makes the pictures of this folder, and what PIL and torchvision make of them: python3 make.py (python3-pil, python3-torchvision)."""
import struct
import zlib

import numpy
import torch
import torchvision.transforms.functional as functional
from PIL import Image

WIDTH, HEIGHT = 31, 23
rng = numpy.random.default_rng(1)


def photo(width=WIDTH, height=HEIGHT):
    """Smooth colours, edges and some noise: every stage of a codec has work."""
    y, x = numpy.mgrid[0:height, 0:width]
    red = 128 + 100 * numpy.sin(x / 4.0)
    green = 255.0 * y / height
    blue = numpy.where((x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 3) ** 2, 230, 40)
    pixels = numpy.stack([red, green, blue], 2) + rng.normal(0, 8, (height, width, 3))
    return Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width, height, depth, color, rows):
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def expect(name, pixels):
    Image.fromarray(pixels).save(name + ".ppm")


def save(name, image, **options):
    image.save(name, **options)
    expect(name, numpy.array(Image.open(name).convert("RGB")))


picture = photo()
save("420.jpg", picture, quality=90, subsampling="4:2:0")
save("422.jpg", picture, quality=75, subsampling="4:2:2")
save("444.jpg", picture, quality=95, subsampling="4:4:4")
save("progressive.jpg", picture, progressive=True)
save("grey.jpg", picture.convert("L"))
save("cmyk.jpg", picture.convert("CMYK"), quality=95)
exif = Image.Exif()
exif[0x0112] = 6
save("rotated-by-exif.jpg", picture, exif=exif)

save("rgb.png", picture)
save("grey.png", picture.convert("L"))
save("bits.png", picture.convert("1"))
save("palette.png", picture.quantize(16))
transparent = picture.quantize(16)
save("palette-transparent.png", transparent, transparency=3)
opacity = Image.fromarray(rng.integers(0, 256, (HEIGHT, WIDTH), dtype=numpy.uint8))
rgba = picture.copy()
rgba.putalpha(opacity)
save("rgba.png", rgba)
save("grey-alpha.png", rgba.convert("LA"))

# PIL writes no 16-bit colours and reads 16-bit greys wrongly: made here, and expected to be rounded to 8 bits.
wide = rng.integers(0, 65536, (HEIGHT, WIDTH, 3), dtype=numpy.uint16)
rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in wide)
open("rgb16.png", "wb").write(png(WIDTH, HEIGHT, 16, 2, rows))
expect("rgb16.png", numpy.round(wide / 257).astype(numpy.uint8))
grey = wide[:, :, 0]
rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in grey)
open("grey16.png", "wb").write(png(WIDTH, HEIGHT, 16, 0, rows))
expect("grey16.png", numpy.repeat(numpy.round(grey / 257).astype(numpy.uint8)[:, :, None], 3, 2))

# A few bytes that claim to be 60,000 x 60,000 pixels.
open("absurd.png", "wb").write(png(60000, 60000, 8, 2, b"\0" * 100))

for size in 9, 16, 22, 40, 75:
    expect(f"resized-{size}", numpy.array(functional.resize(picture, size)))
    upright = picture.transpose(Image.Transpose.TRANSPOSE)
    expect(f"upright-resized-{size}", numpy.array(functional.resize(upright, size)))

tensor = functional.to_tensor(picture)


def floats(name, values):
    values.numpy().astype("<f4").tofile(name + ".f32")


floats("normalized", functional.normalize(tensor, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]))
for factor in 0.6, 1.4:
    floats(f"brightness-{factor}", functional.adjust_brightness(tensor, factor))
    floats(f"contrast-{factor}", functional.adjust_contrast(tensor, factor))
    floats(f"saturation-{factor}", functional.adjust_saturation(tensor, factor))
