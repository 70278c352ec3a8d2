import QtQuick
import Remise

/// Something to do, then one thing to touch.
Item {
    id: card

    required property WorkScreen work
    required property var words

    MainAction {
        anchors.centerIn: parent
        width: Math.min(parent.width, 480)
        height: 160
        icon: "check"
        label: card.words["card.all_good"]
        onTouched: card.work.confirm()
    }
}
