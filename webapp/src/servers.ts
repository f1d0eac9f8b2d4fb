import { mount } from 'svelte';
import Servers from './screens/Servers.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';

mount(Servers, { target: document.getElementById('app')! });
