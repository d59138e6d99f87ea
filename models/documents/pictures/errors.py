"""What can be wrong with a picture or with a text to be made one."""

from models.domain.errors import AppError
from models.domain.marking import N_


class NotAPicture(AppError):
    """The file is no picture, of another kind, or broken."""

    message = N_("{file} cannot be shown as a picture. Save it again as PNG or JPEG and choose the new file.")


class PictureTooLarge(AppError):
    """The picture has more points than can be taken in."""

    message = N_(
        "{file} has too many pixels to be printed. Save it in a smaller size and choose the new file."
    )


class TooLongForQrCode(AppError):
    """No QR code holds that many characters."""

    message = N_("This text is too long for a QR code: “{text}”. Give a shorter address.")
