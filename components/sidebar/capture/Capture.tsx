// Who is on the page beside, as the user asked; loaded when that happens.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Props = { id: string };

export function Capture({ id }: Props) {
  const [Screen, setScreen] = useState<ComponentType<Props>>();
  useEffect(() => {
    void import('./CaptureScreen').then(({ CaptureScreen }) => setScreen(() => CaptureScreen));
  }, []);
  return Screen ? <Screen id={id} /> : <main aria-busy="true" />;
}
