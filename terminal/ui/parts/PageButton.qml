import QtQuick
import Remise

/// To another page of a list.
Touchable {
    id: button

    property string icon

    width: 100
    height: 130
    opacity: enabled ? 1 : 0.3

    Icon {
        anchors.centerIn: parent
        name: button.icon
        side: 56
    }
}
