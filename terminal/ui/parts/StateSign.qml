import QtQuick
import Remise

/// A state by its shape: circle with check, diamond with clock, octagon with hand, square with i.
Icon {
    property string sign

    name: sign === "" ? "" : "state-" + sign
    colour: States.colourOf(sign)
    visible: sign !== ""
    side: 40
}
